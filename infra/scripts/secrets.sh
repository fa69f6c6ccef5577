#!/usr/bin/env bash
# Makes the secrets that a vault lacks, and leaves those that it has.
#   infra/scripts/secrets.sh VAULT
# What a payment provider gives is taken from KUNDLI_PAYMENTS_KEY_ID, KUNDLI_PAYMENTS_KEY_SECRET and KUNDLI_PAYMENTS_WEBHOOK_SECRET; what a mail system and a
# gateway of short messages give, from KUNDLI_MAIL_PASSWORD and KUNDLI_SMS_KEY.
set -euo pipefail
vault=${1:?usage: secrets.sh VAULT}
umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Whoever deploys may fill the vault: a person, or the workflow's service principal.
who=$(az ad signed-in-user show --query id --output tsv 2>/dev/null || az ad sp show --id "$(az account show --query user.name --output tsv)" --query id --output tsv)
az role assignment create --assignee-object-id "$who" --role "Key Vault Secrets Officer" --scope "$(az keyvault show --name "$vault" --query id --output tsv)" --output none

# A new role takes some minutes to be known everywhere.
names=''
for try in $(seq 1 20); do
  if names=$(az keyvault secret list --vault-name "$vault" --query "[].name" --output tsv 2>"$work/refusal"); then break; fi
  if [ "$try" -eq 20 ]; then cat "$work/refusal" >&2; echo "The vault '$vault' can't be read from here." >&2; exit 1; fi
  sleep "${KUNDLI_RETRY_SECONDS:-15}"
done

# Through a file, so that no secret stands in a list of processes.
put() {
  cat > "$work/secret"
  if grep -qx "$1" <<<"$names"; then return; fi
  az keyvault secret set --vault-name "$vault" --name "$1" --file "$work/secret" --encoding utf-8 --output none
  rm -f "$work/secret"
  echo "Made the secret $1."
}
random() { openssl rand -base64 32 | tr -d '\n'; }

openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 2>/dev/null | put identity-signing-key
random | put identity-root-secret
random | put carrier-webhook-secret
if [ -n "${KUNDLI_PAYMENTS_WEBHOOK_SECRET:-}" ]; then printf %s "$KUNDLI_PAYMENTS_WEBHOOK_SECRET"; else random; fi | put payments-webhook-secret
if [ -n "${KUNDLI_PAYMENTS_KEY_ID:-}" ]; then printf %s "$KUNDLI_PAYMENTS_KEY_ID" | put payments-key-id; fi
if [ -n "${KUNDLI_PAYMENTS_KEY_SECRET:-}" ]; then printf %s "$KUNDLI_PAYMENTS_KEY_SECRET" | put payments-key-secret; fi
if [ -n "${KUNDLI_MAIL_PASSWORD:-}" ]; then printf %s "$KUNDLI_MAIL_PASSWORD" | put mail-password; fi
if [ -n "${KUNDLI_SMS_KEY:-}" ]; then printf %s "$KUNDLI_SMS_KEY" | put sms-key; fi
