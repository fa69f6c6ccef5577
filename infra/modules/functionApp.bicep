// The app: Flex Consumption, .NET 10 isolated worker, one managed identity for every connection.
param name string
param location string
param tags object
param identityId string
param identityClientId string
param storageName string
param cosmosEndpoint string
param cosmosDatabase string
param cosmosRegions string[]
param serviceBusHost string
param keyVaultUri string
param redisHost string
param appInsightsConnectionString string
param workspaceId string
param instanceMemoryMB int
param instancesMax int
param alwaysReadyHttp int
param allowedOrigins string[]
param subnetId string
param frontDoorId string
@description('Address that clients know: issuer and audience of the access tokens; the app\'s own where it is empty.')
param publicBaseAddress string
param paymentProvider string
param seller object
@description('How mails leave: host, user and from; without a host they wait, and readiness says so.')
param mail object
@description('Who sends short messages: account and sender; without an account nobody signs in by phone.')
param sms object

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: storageName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      http20Enabled: true
      // The worker answers CORS itself from the route table; the host's own list would answer first and differ.
      cors: null
      ipSecurityRestrictionsDefaultAction: empty(frontDoorId) ? 'Allow' : 'Deny'
      ipSecurityRestrictions: empty(frontDoorId) ? [] : [
        {
          name: 'front-door'
          priority: 100
          action: 'Allow'
          tag: 'ServiceTag'
          ipAddress: 'AzureFrontDoor.Backend'
          headers: { 'x-azure-fdid': [frontDoorId] }
        }
      ]
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}deployment'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: instancesMax
        alwaysReady: alwaysReadyHttp > 0 ? [{ name: 'http', instanceCount: alwaysReadyHttp }] : []
        triggers: { http: { perInstanceConcurrency: 64 } }
      }
    }
  }
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(
    {
      APPLICATIONINSIGHTS_CONNECTION_STRING: appInsightsConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=${identityClientId}'
      AzureWebJobsStorage__accountName: storage.name
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      AZURE_CLIENT_ID: identityClientId
      Storage__blobServiceUri: storage.properties.primaryEndpoints.blob
      Storage__queueServiceUri: storage.properties.primaryEndpoints.queue
      Storage__tableServiceUri: storage.properties.primaryEndpoints.table
      Storage__credential: 'managedidentity'
      Storage__clientId: identityClientId
      ServiceBus__fullyQualifiedNamespace: serviceBusHost
      ServiceBus__credential: 'managedidentity'
      ServiceBus__clientId: identityClientId
      Documents: 'Cosmos'
      Cosmos__endpoint: cosmosEndpoint
      Cosmos__database: cosmosDatabase
      Cosmos__regions: join(cosmosRegions, ',')
      Cors__Origins: join(allowedOrigins, ',')
      Network__FrontDoorId: frontDoorId
      // The platform's own front end is the one proxy before the worker.
      Network__TrustedHops: '1'
      Identity__Issuer: empty(publicBaseAddress) ? 'https://${app.properties.defaultHostName}' : publicBaseAddress
      Identity__Audience: empty(publicBaseAddress) ? 'https://${app.properties.defaultHostName}' : publicBaseAddress
      // A P-256 private key in PEM and 32 random bytes in base64: the deploy script puts them into the vault once.
      Identity__SigningKeys__0: '@Microsoft.KeyVault(SecretUri=${keyVaultUri}secrets/identity-signing-key/)'
      Identity__RootSecret: '@Microsoft.KeyVault(SecretUri=${keyVaultUri}secrets/identity-root-secret/)'
      // The secrets of the gateway's webhooks and of the carrier's: made by the deploy script, where no provider gives them.
      Payments__Provider: paymentProvider
      Payments__SandboxAllowed: paymentProvider == 'sandbox' ? 'true' : 'false'
      Payments__WebhookSecrets__0: '@Microsoft.KeyVault(SecretUri=${keyVaultUri}secrets/payments-webhook-secret/)'
      Shop__CarrierWebhookSecret: '@Microsoft.KeyVault(SecretUri=${keyVaultUri}secrets/carrier-webhook-secret/)'
      Shop__Seller__LegalName: seller.legalName
      Shop__Seller__Street: seller.street
      Shop__Seller__City: seller.city
      Shop__Seller__State: seller.state
      Shop__Seller__PostalCode: seller.postalCode
      Shop__Seller__Gstin: seller.gstin
      Shop__Seller__Email: seller.email
      Shop__Seller__Phone: seller.phone
      Shop__Seller__GrievanceOfficer: seller.grievanceOfficer
    },
    empty(redisHost) ? {} : { Redis: redisHost },
    // The sandbox has no keys, and a reference to a secret that isn't there would keep the app from starting.
    paymentProvider == 'sandbox' ? {} : {
      Payments__KeyId: '@Microsoft.KeyVault(SecretUri=${keyVaultUri}secrets/payments-key-id/)'
      Payments__KeySecret: '@Microsoft.KeyVault(SecretUri=${keyVaultUri}secrets/payments-key-secret/)'
    },
    empty(mail.host) ? {} : {
      Mail__Host: mail.host
      Mail__From: mail.from
      Mail__User: mail.user
      Mail__Password: '@Microsoft.KeyVault(SecretUri=${keyVaultUri}secrets/mail-password/)'
    },
    empty(sms.account) ? {} : {
      Sms__Account: sms.account
      Sms__Sender: sms.sender
      Sms__Key: '@Microsoft.KeyVault(SecretUri=${keyVaultUri}secrets/sms-key/)'
    }
  )
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: app
  properties: { workspaceId: workspaceId, logs: [{ category: 'AppServiceAuthenticationLogs', enabled: true }], metrics: [{ category: 'AllMetrics', enabled: true }] }
}

output name string = app.name
output host string = app.properties.defaultHostName
