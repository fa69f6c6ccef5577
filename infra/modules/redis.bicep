// Azure Managed Redis: the token buckets of the rate limits. It holds counters only; losing it loses no data.
param name string
param location string
param tags object
param principalId string
param privateNetwork bool
param endpointSubnetId string
param zoneId string

resource cluster 'Microsoft.Cache/redisEnterprise@2025-04-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Balanced_B0' }
  properties: { minimumTlsVersion: '1.2', highAvailability: 'Enabled' }
}

resource database 'Microsoft.Cache/redisEnterprise/databases@2025-04-01' = {
  parent: cluster
  name: 'default'
  properties: {
    clientProtocol: 'Encrypted'
    clusteringPolicy: 'EnterpriseCluster'
    evictionPolicy: 'VolatileLRU'
    accessKeysAuthentication: 'Disabled'
    port: 10000
  }
}

resource access 'Microsoft.Cache/redisEnterprise/databases/accessPolicyAssignments@2025-04-01' = {
  parent: database
  name: 'app'
  properties: { accessPolicyName: 'default', user: { objectId: principalId } }
}

module endpoint 'privateEndpoint.bicep' = if (privateNetwork) {
  name: 'pe-redis'
  params: {
    name: 'pe-${cluster.name}'
    location: location
    tags: tags
    targetId: cluster.id
    groupId: 'redisEnterprise'
    subnetId: endpointSubnetId
    zoneId: zoneId
  }
}

output host string = '${cluster.properties.hostName}:10000'
