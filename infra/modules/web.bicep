// The account of the static pages. They are public by nature, so this one account stays reachable where the data accounts are private.
@minLength(3)
@maxLength(24)
param name string
param location string
param tags object

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

output name string = account.name
output host string = replace(replace(account.properties.primaryEndpoints.web, 'https://', ''), '/', '')
