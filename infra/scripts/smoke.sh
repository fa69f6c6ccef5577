#!/usr/bin/env bash
# Checks a running Kundli, local or deployed: health, a chart, a sandbox order up to its parcel, a photo up to its result. Exits 1 at the first that fails.
#   infra/scripts/smoke.sh https://kundli.example   (default http://127.0.0.1:7071)
set -euo pipefail
base=${1:-http://127.0.0.1:7071}
member() { node -e 'let t="";process.stdin.on("data",d=>t+=d).on("end",()=>{let v=JSON.parse(t);for(const k of process.argv[1].split("."))v=v[k];console.log(v)})' "$1"; }
call() { curl --fail-with-body --silent --show-error --max-time 30 -H 'Content-Type: application/json' "$@"; }
until_is() { # URL MEMBER PATTERN
  for _ in $(seq 60); do
    state=$(call "$1" | member "$2")
    [[ "$state" =~ $3 ]] && { echo "  $2: $state"; return; }
    sleep 1
  done
  echo "  $2 stayed $state"; return 1
}

echo "health"
call "$base/api/health/ready" | member status

echo "chart"
call "$base/api/v1/charts/preview" -d '{"birth":{"date":"1990-05-15","time":"14:30:00","latitude":28.6139,"longitude":77.2090,"timeZone":"Asia/Kolkata"}}' | member birthStar.nakshatra

echo "order"
sku=$(call "$base/api/v1/products?inStock=true&limit=1" | member items.0.slug | xargs -I{} curl --fail --silent "$base/api/v1/products/{}" | member variants.0.sku)
cart=$(call "$base/api/v1/carts" -d '{}' | member id)
address='{"name":"Smoke Test","line1":"1 Test Road","city":"New Delhi","state":"DL","postalCode":"110003","country":"IN","phone":"+919876543210"}'
call -X PUT "$base/api/v1/carts/$cart/items/$sku" -d '{"quantity":1}' >/dev/null
call -X PUT "$base/api/v1/carts/$cart/delivery" -d "{\"method\":\"standard\",\"address\":$address}" >/dev/null
hash=$(call "$base/api/v1/carts/$cart/summary" | member summaryHash)
order=$(call "$base/api/v1/checkouts" -H "Idempotency-Key: smoke-$cart" -d "{\"cartId\":\"$cart\",\"summaryHash\":\"$hash\",\"customer\":{\"kind\":\"individual\",\"name\":\"Smoke Test\",\"phone\":\"+919876543210\"},\"billingAddress\":$address,\"deliveryAddress\":$address,\"deliveryMethod\":\"standard\",\"payment\":{\"method\":\"cod\"},\"termsAccepted\":true}" | member orderId)
until_is "$base/api/v1/orders/$order" status '^(shipped|delivered)$'

echo "photo"
photo=$(mktemp --suffix=.png)
trap 'rm -f "$photo"' EXIT
# A green square of 256 pixels, made here: the finder has to refuse it politely.
node -e '
const z=require("zlib"),n=256,crc=b=>{let c,t=[];for(let i=0;i<256;i++){c=i;for(let k=0;k<8;k++)c=c&1?0xedb88320^(c>>>1):c>>>1;t[i]=c>>>0}c=~0;for(const x of b)c=t[(c^x)&255]^(c>>>8);return(~c)>>>0};
const part=(k,d)=>{const h=Buffer.alloc(4);h.writeUInt32BE(d.length);const b=Buffer.concat([Buffer.from(k),d]),e=Buffer.alloc(4);e.writeUInt32BE(crc(b));return Buffer.concat([h,b,e])};
const i=Buffer.alloc(13);i.writeUInt32BE(n,0);i.writeUInt32BE(n,4);i.set([8,2,0,0,0],8);
const row=Buffer.concat([Buffer.from([0]),Buffer.concat(Array(n).fill(Buffer.from([60,140,60])))]);
require("fs").writeFileSync(process.argv[1],Buffer.concat([Buffer.from([137,80,78,71,13,10,26,10]),part("IHDR",i),part("IDAT",z.deflateSync(Buffer.concat(Array(n).fill(row)))),part("IEND",Buffer.alloc(0))]))' "$photo"
identification=$(curl --fail-with-body --silent --show-error --max-time 60 -F "images=@$photo;type=image/png" "$base/api/v1/plants/identifications" | member id)
until_is "$base/api/v1/plants/identifications/$identification" status '^(succeeded|failed)$'
echo "everything answers"
