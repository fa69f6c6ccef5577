// One private endpoint with its name in the private zone.
param name string
param location string
param tags object
param targetId string
param groupId string
param subnetId string
param zoneId string

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [{ name: groupId, properties: { privateLinkServiceId: targetId, groupIds: [groupId] } }]
  }
}

resource zone 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: endpoint
  name: 'default'
  properties: { privateDnsZoneConfigs: [{ name: groupId, properties: { privateDnsZoneId: zoneId } }] }
}
