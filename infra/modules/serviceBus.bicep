// Orders on their way to fulfilment. A message that fails its last delivery stays in the dead-letter queue, with an alert on it.
param name string
param location string
param tags object
param principalId string
param privateNetwork bool
param endpointSubnetId string
param zoneId string
param workspaceId string

var queues = ['order-fulfilment']
var roles = {
  sender: '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
  receiver: '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'
}

resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  // Private endpoints need the premium tier.
  sku: { name: privateNetwork ? 'Premium' : 'Standard', tier: privateNetwork ? 'Premium' : 'Standard', capacity: privateNetwork ? 1 : null }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
  }
}

resource queue 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = [for item in queues: {
  parent: bus
  name: item
  properties: {
    lockDuration: 'PT1M'
    maxDeliveryCount: 5
    deadLetteringOnMessageExpiration: true
    defaultMessageTimeToLive: 'P14D'
    requiresDuplicateDetection: false
  }
}]

resource grants 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in items(roles): {
  name: guid(bus.id, principalId, role.value)
  scope: bus
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
  }
}]

module endpoint 'privateEndpoint.bicep' = if (privateNetwork) {
  name: 'pe-service-bus'
  params: {
    name: 'pe-${bus.name}'
    location: location
    tags: tags
    targetId: bus.id
    groupId: 'namespace'
    subnetId: endpointSubnetId
    zoneId: zoneId
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: bus
  properties: { workspaceId: workspaceId, logs: [{ category: 'OperationalLogs', enabled: true }] }
}

output id string = bus.id
output host string = '${bus.name}.servicebus.windows.net'
