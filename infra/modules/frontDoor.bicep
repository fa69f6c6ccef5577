// The edge: web application firewall, caching of what says that it may be cached, security headers on what the worker does not answer itself.
param name string
param tags object
param webHost string
param workspaceId string

resource profile 'Microsoft.Cdn/profiles@2024-09-01' = {
  name: name
  location: 'global'
  tags: tags
  sku: { name: 'Premium_AzureFrontDoor' }
  properties: { originResponseTimeoutSeconds: 60 }
}

resource endpoint 'Microsoft.Cdn/profiles/afdEndpoints@2024-09-01' = {
  parent: profile
  name: 'kundli'
  location: 'global'
  tags: tags
  properties: { enabledState: 'Enabled' }
}

resource headers 'Microsoft.Cdn/profiles/ruleSets@2024-09-01' = {
  parent: profile
  name: 'securityHeaders'
}

var hostHeaders = [
  { name: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' }
  { name: 'X-Content-Type-Options', value: 'nosniff' }
  { name: 'Referrer-Policy', value: 'no-referrer' }
]

resource headerRule 'Microsoft.Cdn/profiles/ruleSets/rules@2024-09-01' = {
  parent: headers
  name: 'addHeaders'
  properties: {
    order: 1
    conditions: []
    actions: [for header in hostHeaders: {
      name: 'ModifyResponseHeader'
      parameters: {
        typeName: 'DeliveryRuleHeaderActionParameters'
        headerAction: 'Overwrite'
        headerName: header.name
        value: header.value
      }
    }]
    matchProcessingBehavior: 'Continue'
  }
}

resource webOrigins 'Microsoft.Cdn/profiles/originGroups@2024-09-01' = {
  parent: profile
  name: 'web'
  properties: {
    loadBalancingSettings: { sampleSize: 4, successfulSamplesRequired: 3, additionalLatencyInMilliseconds: 50 }
    healthProbeSettings: { probePath: '/', probeProtocol: 'Https', probeRequestType: 'HEAD', probeIntervalInSeconds: 120 }
  }
}

resource webOrigin 'Microsoft.Cdn/profiles/originGroups/origins@2024-09-01' = {
  parent: webOrigins
  name: 'pages'
  properties: { hostName: webHost, originHostHeader: webHost, httpsPort: 443, priority: 1, weight: 1000, enforceCertificateNameCheck: true }
}

resource webRoute 'Microsoft.Cdn/profiles/afdEndpoints/routes@2024-09-01' = {
  parent: endpoint
  name: 'web'
  properties: {
    originGroup: { id: webOrigins.id }
    ruleSets: [{ id: headers.id }]
    patternsToMatch: ['/*']
    supportedProtocols: ['Http', 'Https']
    httpsRedirect: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
    linkToDefaultDomain: 'Enabled'
    cacheConfiguration: {
      queryStringCachingBehavior: 'UseQueryString'
      compressionSettings: { isCompressionEnabled: true, contentTypesToCompress: ['text/html', 'text/css', 'application/javascript', 'image/svg+xml', 'application/json'] }
    }
  }
  dependsOn: [webOrigin, headerRule]
}

resource firewall 'Microsoft.Network/FrontDoorWebApplicationFirewallPolicies@2024-02-01' = {
  name: 'waf${replace(name, '-', '')}'
  location: 'global'
  tags: tags
  sku: { name: 'Premium_AzureFrontDoor' }
  properties: {
    policySettings: { enabledState: 'Enabled', mode: 'Prevention', requestBodyCheck: 'Enabled' }
    customRules: {
      rules: [
        {
          name: 'floodPerAddress'
          priority: 10
          enabledState: 'Enabled'
          ruleType: 'RateLimitRule'
          rateLimitDurationInMinutes: 1
          // The worker's own limits are finer; this one only keeps a flood off the instances.
          rateLimitThreshold: 3000
          matchConditions: [{ matchVariable: 'RequestUri', operator: 'Any', negateCondition: false, matchValue: [] }]
          action: 'Block'
        }
      ]
    }
    managedRules: {
      managedRuleSets: [
        { ruleSetType: 'Microsoft_DefaultRuleSet', ruleSetVersion: '2.1', ruleSetAction: 'Block' }
        { ruleSetType: 'Microsoft_BotManagerRuleSet', ruleSetVersion: '1.1' }
      ]
    }
  }
}

resource protection 'Microsoft.Cdn/profiles/securityPolicies@2024-09-01' = {
  parent: profile
  name: 'firewall'
  properties: {
    parameters: {
      type: 'WebApplicationFirewall'
      wafPolicy: { id: firewall.id }
      associations: [{ domains: [{ id: endpoint.id }], patternsToMatch: ['/*'] }]
    }
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: profile
  properties: { workspaceId: workspaceId, logs: [{ category: 'FrontDoorWebApplicationFirewallLog', enabled: true }] }
}

output id string = profile.properties.frontDoorId
output address string = 'https://${endpoint.properties.hostName}'
