targetScope = 'subscription'

// Everything that Kundli runs on, from an empty subscription: `az deployment sub create -l <region> -f main.bicep -p dev.bicepparam`.
// No module of a registry is used; every resource is in modules/.

@description('Short name of the installation, part of every resource name.')
@minLength(3)
@maxLength(11)
param name string

@description('Primary region.')
param location string = deployment().location

@description('Further regions that Cosmos replicates to, in order of failover; consistency becomes bounded staleness when there are any.')
@maxLength(4)
param replicaLocations string[] = []

@description('`serverless` bills by request unit, `autoscale` by the hour up to cosmosThroughputMax.')
@allowed(['serverless', 'autoscale'])
param cosmosCapacity string = 'serverless'

@description('Upper bound of autoscale in request units per second, shared by the containers of the database.')
@minValue(1000)
@maxValue(1000000)
param cosmosThroughputMax int = 4000

@description('Memory of one instance in MiB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('The most instances that the app may scale out to.')
@minValue(40)
@maxValue(1000)
param instancesMax int = 100

@description('HTTP instances that are kept warm.')
@minValue(0)
@maxValue(20)
param alwaysReadyHttp int = 0

@description('A shared Redis for the rate limits; without it each instance limits on its own.')
param withRedis bool = false

@description('Data services answer only inside a virtual network.')
param privateNetwork bool = false

@description('Front Door with web application firewall before the app.')
param withFrontDoor bool = true

@description('Origins that browsers may call the API from, beside its own.')
@maxLength(20)
param allowedOrigins string[] = []

@description('Who takes the money. The sandbox gives goods away: only where nobody buys.')
@allowed(['razorpay', 'stripe', 'sandbox'])
param paymentProvider string = 'razorpay'

@description('Who sells, as the law wants it shown: legalName, street, city, state, postalCode, gstin, email, phone, grievanceOfficer.')
param seller {
  legalName: string
  street: string
  city: string
  state: string
  postalCode: string
  gstin: string
  email: string
  phone: string
  grievanceOfficer: string
}

@description('How mails leave (port 587, TLS): without a host they wait, and readiness says so. The password is the vault\'s secret mail-password.')
param mail { host: string, user: string, from: string } = { host: '', user: '', from: '' }

@description('Who sends short messages: without an account nobody signs in by phone. The account\'s secret is the vault\'s sms-key.')
param sms { account: string, sender: string } = { account: '', sender: '' }

@description('Address that alerts are mailed to.')
param alertMail string

@description('Monthly budget in the currency of the subscription; an alert goes out at 80 % and at 100 %.')
@minValue(1)
param monthlyBudget int

@description('First day of the month from which the budget counts.')
param budgetStart string

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

var tags = { product: 'kundli', installation: name }
// Storage, vault and Cosmos names are global: a hash of the subscription and the name keeps them apart.
var suffix = take(uniqueString(subscription().id, name), 6)

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${name}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: 'id-${name}', location: location, tags: tags }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  scope: group
  params: { name: name, location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: { name: name, location: location, tags: tags, retentionDays: logRetentionDays, principalId: identity.outputs.principalId }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: 'st${toLower(replace(name, '-', ''))}${suffix}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    privateNetwork: privateNetwork
    endpointSubnetId: network.?outputs.endpointSubnetId ?? ''
    zoneIds: network.?outputs.storageZoneIds ?? {}
    workspaceId: monitoring.outputs.workspaceId
    uploadOrigins: allowedOrigins
  }
}

module web 'modules/web.bicep' = {
  scope: group
  params: { name: 'web${toLower(replace(name, '-', ''))}${suffix}', location: location, tags: tags }
}

module cosmos 'modules/cosmos.bicep' = {
  scope: group
  params: {
    name: 'cosmos-${name}-${suffix}'
    location: location
    tags: tags
    replicaLocations: replicaLocations
    capacity: cosmosCapacity
    throughputMax: cosmosThroughputMax
    principalId: identity.outputs.principalId
    privateNetwork: privateNetwork
    endpointSubnetId: network.?outputs.endpointSubnetId ?? ''
    zoneId: network.?outputs.cosmosZoneId ?? ''
    workspaceId: monitoring.outputs.workspaceId
  }
}

module serviceBus 'modules/serviceBus.bicep' = {
  scope: group
  params: {
    name: 'sb-${name}-${suffix}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    privateNetwork: privateNetwork
    endpointSubnetId: network.?outputs.endpointSubnetId ?? ''
    zoneId: network.?outputs.serviceBusZoneId ?? ''
    workspaceId: monitoring.outputs.workspaceId
  }
}

module keyVault 'modules/keyVault.bicep' = {
  scope: group
  params: {
    name: 'kv-${take(name, 11)}-${suffix}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    privateNetwork: privateNetwork
    endpointSubnetId: network.?outputs.endpointSubnetId ?? ''
    zoneId: network.?outputs.keyVaultZoneId ?? ''
    workspaceId: monitoring.outputs.workspaceId
  }
}

module redis 'modules/redis.bicep' = if (withRedis) {
  scope: group
  params: {
    name: 'redis-${name}-${suffix}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    privateNetwork: privateNetwork
    endpointSubnetId: network.?outputs.endpointSubnetId ?? ''
    zoneId: network.?outputs.redisZoneId ?? ''
  }
}

module functionApp 'modules/functionApp.bicep' = {
  scope: group
  params: {
    name: 'func-${name}-${suffix}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    cosmosEndpoint: cosmos.outputs.endpoint
    cosmosDatabase: cosmos.outputs.database
    cosmosRegions: concat([location], replicaLocations)
    serviceBusHost: serviceBus.outputs.host
    keyVaultUri: keyVault.outputs.uri
    redisHost: redis.?outputs.host ?? ''
    appInsightsConnectionString: monitoring.outputs.appInsightsConnectionString
    workspaceId: monitoring.outputs.workspaceId
    instanceMemoryMB: instanceMemoryMB
    instancesMax: instancesMax
    alwaysReadyHttp: alwaysReadyHttp
    allowedOrigins: allowedOrigins
    subnetId: network.?outputs.appSubnetId ?? ''
    frontDoorId: frontDoor.?outputs.id ?? ''
    publicBaseAddress: frontDoor.?outputs.address ?? ''
    paymentProvider: paymentProvider
    seller: seller
    mail: mail
    sms: sms
  }
}

module frontDoor 'modules/frontDoor.bicep' = if (withFrontDoor) {
  scope: group
  params: {
    name: 'afd-${name}-${suffix}'
    tags: tags
    webHost: web.outputs.host
    workspaceId: monitoring.outputs.workspaceId
  }
}

// The route to the app needs the app, and the app needs Front Door's id: the profile comes first, its API route last.
module frontDoorApi 'modules/frontDoorApi.bicep' = if (withFrontDoor) {
  scope: group
  params: { profileName: 'afd-${name}-${suffix}', apiHost: functionApp.outputs.host }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    name: name
    location: location
    tags: tags
    mail: alertMail
    appInsightsId: monitoring.outputs.appInsightsId
    workspaceId: monitoring.outputs.workspaceId
    serviceBusId: serviceBus.outputs.id
    cosmosId: cosmos.outputs.id
    monthlyBudget: monthlyBudget
    budgetStart: budgetStart
  }
}

@description('Name of the function app, for publishing.')
output functionAppName string = functionApp.outputs.name

@description('Resource group of everything.')
output resourceGroupName string = group.name

@description('Base address for clients: Front Door where there is one, else the app itself.')
output baseAddress string = withFrontDoor ? frontDoor!.outputs.address : 'https://${functionApp.outputs.host}'

@description('Storage account of the static pages.')
output webStorageName string = web.outputs.name

@description('Vault of the secrets, which the deploy script fills once.')
output keyVaultName string = keyVault.outputs.name
