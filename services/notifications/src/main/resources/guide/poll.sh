# From the first change on, and then for ever. Keep "next": it is all that is needed to go on another day.
# (To begin with everything as it is now instead, take its "next" from ${base}/snapshot)
after=
while page=$(curl -fsS "${base}/changes?after=$after&limit=100&wait=30"); do
  printf '%s\n' "$page"
  after=$(printf '%s' "$page" | sed 's/.*"next":"\([^"]*\)".*/\1/')
done
