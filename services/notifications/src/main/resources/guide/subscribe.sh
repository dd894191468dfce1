# TOKEN: an access token of a subscriber, from your OpenID provider by grant_type=client_credentials; URL: where you listen. The secret in the answer is shown this once.
curl -fsS "${base}/subscriptions" -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \
  -d '{"channel": "webhook", "url": "'"$URL"'", "filter": {}}'
