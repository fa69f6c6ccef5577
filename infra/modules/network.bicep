// A virtual network in which the app's outbound traffic and the private endpoints of the data services meet.
param name string
param location string
param tags object

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-${name}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.60.0.0/16'] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.60.0.0/24'
          delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'endpoints'
        properties: { addressPrefix: '10.60.1.0/24', privateEndpointNetworkPolicies: 'Disabled' }
      }
    ]
  }
}

var storageServices = ['blob', 'queue', 'table']
var otherZones = {
  cosmos: 'privatelink.documents.azure.com'
  serviceBus: 'privatelink.servicebus.windows.net'
  keyVault: 'privatelink.vaultcore.azure.net'
  redis: 'privatelink.redis.azure.net'
}

resource storageZones 'Microsoft.Network/privateDnsZones@2024-06-01' = [for service in storageServices: {
  name: 'privatelink.${service}.${environment().suffixes.storage}'
  location: 'global'
  tags: tags
}]

resource storageLinks 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [for (service, i) in storageServices: {
  parent: storageZones[i]
  name: 'to-${name}'
  location: 'global'
  properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
}]

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [for zone in items(otherZones): {
  name: zone.value
  location: 'global'
  tags: tags
}]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [for (zone, i) in items(otherZones): {
  parent: zones[i]
  name: 'to-${name}'
  location: 'global'
  properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
}]

output appSubnetId string = '${network.id}/subnets/app'
output endpointSubnetId string = '${network.id}/subnets/endpoints'
output storageZoneIds object = { blob: storageZones[0].id, queue: storageZones[1].id, table: storageZones[2].id }
output cosmosZoneId string = resourceId('Microsoft.Network/privateDnsZones', otherZones.cosmos)
output serviceBusZoneId string = resourceId('Microsoft.Network/privateDnsZones', otherZones.serviceBus)
output keyVaultZoneId string = resourceId('Microsoft.Network/privateDnsZones', otherZones.keyVault)
output redisZoneId string = resourceId('Microsoft.Network/privateDnsZones', otherZones.redis)
