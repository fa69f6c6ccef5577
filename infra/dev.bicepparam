using 'main.bicep'

param name = 'kundlidev'
param location = 'centralindia'
param alertMail = readEnvironmentVariable('KUNDLI_ALERT_MAIL', 'alerts@example.com')
param monthlyBudget = 5000
param budgetStart = '2026-12-01'
param withFrontDoor = false
param instancesMax = 40
param allowedOrigins = ['http://127.0.0.1:7071']
param paymentProvider = 'sandbox'
// A specimen: a deployment that sells names itself.
param seller = {
  legalName: readEnvironmentVariable('KUNDLI_SELLER_NAME', 'Kundli Nursery and Crafts (specimen)')
  street: readEnvironmentVariable('KUNDLI_SELLER_STREET', '12 Lalbagh Road')
  city: readEnvironmentVariable('KUNDLI_SELLER_CITY', 'Bengaluru')
  state: readEnvironmentVariable('KUNDLI_SELLER_STATE', 'KA')
  postalCode: readEnvironmentVariable('KUNDLI_SELLER_PIN', '560027')
  gstin: readEnvironmentVariable('KUNDLI_SELLER_GSTIN', '29AAACK0000A1ZK')
  email: readEnvironmentVariable('KUNDLI_SELLER_EMAIL', 'care@kundli.example')
  phone: readEnvironmentVariable('KUNDLI_SELLER_PHONE', '+918000000000')
  grievanceOfficer: readEnvironmentVariable('KUNDLI_SELLER_OFFICER', 'Grievance Officer')
}
param mail = {
  host: readEnvironmentVariable('KUNDLI_MAIL_HOST', '')
  user: readEnvironmentVariable('KUNDLI_MAIL_USER', '')
  from: readEnvironmentVariable('KUNDLI_MAIL_FROM', '')
}
param sms = {
  account: readEnvironmentVariable('KUNDLI_SMS_ACCOUNT', '')
  sender: readEnvironmentVariable('KUNDLI_SMS_SENDER', '')
}
