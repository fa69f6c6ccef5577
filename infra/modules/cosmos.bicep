// The document store. Containers, keys and expiry are those of the code's container list; a test compares the two.
param name string
param location string
param tags object
param replicaLocations string[]
@allowed(['serverless', 'autoscale'])
param capacity string
param throughputMax int
param principalId string
param privateNetwork bool
param endpointSubnetId string
param zoneId string
param workspaceId string

// Every query is by partition and id range, so nothing but the key path is indexed: writes cost less and no query can miss an index.
// `ttl` -1 switches expiry on per document; containers without expiring documents leave it off.
var containers = [
  { name: 'orders', ttl: false }
  { name: 'stock', ttl: false }
  { name: 'carts', ttl: true }
  { name: 'customers', ttl: true }
  { name: 'charts', ttl: true }
  { name: 'shares', ttl: true }
  { name: 'logins', ttl: true }
  { name: 'sessions', ttl: true }
  { name: 'tokens', ttl: true }
  { name: 'guards', ttl: true }
  { name: 'products', ttl: false }
  { name: 'promotions', ttl: false }
  { name: 'giftCards', ttl: false }
  { name: 'invoices', ttl: false }
  { name: 'paymentRefs', ttl: false }
  { name: 'due', ttl: true }
  { name: 'idempotency', ttl: true }
  { name: 'identifications', ttl: true }
  { name: 'prototypes', ttl: false }
  { name: 'audit', ttl: false }
  { name: 'grievances', ttl: false }
]

var dataContributor = '00000000-0000-0000-0000-000000000002'

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: toLower(name)
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    enableAutomaticFailover: !empty(replicaLocations)
    // Strong over one region; over several, reads may lag by the bound and every decision is an ETag write in the write region.
    consistencyPolicy: empty(replicaLocations)
      ? { defaultConsistencyLevel: 'Strong' }
      : { defaultConsistencyLevel: 'BoundedStaleness', maxStalenessPrefix: 100000, maxIntervalInSeconds: 300 }
    capabilities: capacity == 'serverless' ? [{ name: 'EnableServerless' }] : []
    locations: [for (region, i) in concat([location], replicaLocations): {
      locationName: region
      failoverPriority: i
      isZoneRedundant: capacity == 'autoscale'
    }]
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: 'Continuous7Days' } }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: account
  name: 'kundli'
  properties: {
    resource: { id: 'kundli' }
    options: capacity == 'autoscale' ? { autoscaleSettings: { maxThroughput: throughputMax } } : {}
  }
}

resource container 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = [for item in containers: {
  parent: database
  name: item.name
  properties: {
    resource: {
      id: item.name
      partitionKey: { paths: ['/pk'], kind: 'Hash', version: 2 }
      defaultTtl: item.ttl ? -1 : null
      indexingPolicy: {
        automatic: true
        indexingMode: 'consistent'
        includedPaths: [{ path: '/id/?' }]
        excludedPaths: [{ path: '/*' }]
      }
    }
  }
}]

resource writes 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-11-15' = {
  parent: account
  name: guid(account.id, principalId, dataContributor)
  properties: {
    principalId: principalId
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/${dataContributor}'
    scope: account.id
  }
}

module endpoint 'privateEndpoint.bicep' = if (privateNetwork) {
  name: 'pe-cosmos'
  params: {
    name: 'pe-${account.name}'
    location: location
    tags: tags
    targetId: account.id
    groupId: 'Sql'
    subnetId: endpointSubnetId
    zoneId: zoneId
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [{ category: 'PartitionKeyRUConsumption', enabled: true }, { category: 'ControlPlaneRequests', enabled: true }]
  }
}

output id string = account.id
output endpoint string = account.properties.documentEndpoint
output database string = database.name
