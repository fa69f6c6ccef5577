// What a person must hear about: messages that gave up, errors, slowness, throttling and money.
param name string
param location string
param tags object
param mail string
param appInsightsId string
param workspaceId string
param serviceBusId string
param cosmosId string
param monthlyBudget int
param budgetStart string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [{ name: 'operator', emailAddress: mail, useCommonAlertSchema: true }]
  }
}

var metricAlerts = [
  { name: 'dead-letter', scope: serviceBusId, space: 'Microsoft.ServiceBus/namespaces', metric: 'DeadletteredMessages', aggregation: 'Maximum', operator: 'GreaterThan', threshold: 0, severity: 1, what: 'An order message gave up: its reason is in the dead-letter queue.' }
  { name: 'latency', scope: appInsightsId, space: 'microsoft.insights/components', metric: 'requests/duration', aggregation: 'Average', operator: 'GreaterThan', threshold: 1500, severity: 2, what: 'Requests take more than 1.5 s on average.' }
  { name: 'server-errors', scope: appInsightsId, space: 'microsoft.insights/components', metric: 'requests/failed', aggregation: 'Count', operator: 'GreaterThan', threshold: 20, severity: 1, what: 'More than 20 requests failed within five minutes.' }
  { name: 'cosmos-throttled', scope: cosmosId, space: 'Microsoft.DocumentDB/databaseAccounts', metric: 'NormalizedRUConsumption', aggregation: 'Maximum', operator: 'GreaterThan', threshold: 90, severity: 2, what: 'A partition uses more than 90 % of its request units.' }
]

resource metrics 'Microsoft.Insights/metricAlerts@2018-03-01' = [for alert in metricAlerts: {
  name: 'alert-${name}-${alert.name}'
  location: 'global'
  tags: tags
  properties: {
    description: alert.what
    severity: alert.severity
    enabled: true
    scopes: [alert.scope]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: alert.name
          metricNamespace: alert.space
          metricName: alert.metric
          operator: alert.operator
          threshold: alert.threshold
          timeAggregation: alert.aggregation
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}]

// Storage has no metric per queue, so the worker's own trace of a poisoned message is what is watched.
resource poison 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'alert-${name}-poison'
  location: location
  tags: tags
  properties: {
    description: 'A photo message gave up: it is in the poison queue.'
    severity: 2
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [
        {
          query: 'AppTraces | where Message has "MaxDequeueCount" or Message has "-poison"'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    skipQueryValidation: true
    actions: { actionGroups: [people.id] }
  }
}

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: 'budget-${name}'
  properties: {
    amount: monthlyBudget
    category: 'Cost'
    timeGrain: 'Monthly'
    timePeriod: { startDate: budgetStart }
    notifications: {
      nearly: { enabled: true, operator: 'GreaterThan', threshold: 80, contactEmails: [mail] }
      reached: { enabled: true, operator: 'GreaterThan', threshold: 100, contactEmails: [mail] }
    }
  }
}
