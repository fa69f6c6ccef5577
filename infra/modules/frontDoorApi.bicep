// Front Door's way to the app: what answers under /api and /.well-known.
param profileName string
param apiHost string

resource profile 'Microsoft.Cdn/profiles@2024-09-01' existing = {
  name: profileName
}

resource endpoint 'Microsoft.Cdn/profiles/afdEndpoints@2024-09-01' existing = {
  parent: profile
  name: 'kundli'
}

resource origins 'Microsoft.Cdn/profiles/originGroups@2024-09-01' = {
  parent: profile
  name: 'api'
  properties: {
    loadBalancingSettings: { sampleSize: 4, successfulSamplesRequired: 3, additionalLatencyInMilliseconds: 50 }
    healthProbeSettings: { probePath: '/api/health/live', probeProtocol: 'Https', probeRequestType: 'GET', probeIntervalInSeconds: 60 }
  }
}

resource origin 'Microsoft.Cdn/profiles/originGroups/origins@2024-09-01' = {
  parent: origins
  name: 'app'
  properties: { hostName: apiHost, originHostHeader: apiHost, httpsPort: 443, priority: 1, weight: 1000, enforceCertificateNameCheck: true }
}

resource route 'Microsoft.Cdn/profiles/afdEndpoints/routes@2024-09-01' = {
  parent: endpoint
  name: 'api'
  properties: {
    originGroup: { id: origins.id }
    patternsToMatch: ['/api/*', '/.well-known/*']
    supportedProtocols: ['Http', 'Https']
    httpsRedirect: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
    linkToDefaultDomain: 'Enabled'
    // Answers that carry `Cache-Control: public` are kept at the edge; all others say `no-store` and are not.
    cacheConfiguration: {
      queryStringCachingBehavior: 'UseQueryString'
      compressionSettings: { isCompressionEnabled: true, contentTypesToCompress: ['application/json', 'application/problem+json', 'image/svg+xml', 'text/calendar'] }
    }
  }
  dependsOn: [origin]
}
