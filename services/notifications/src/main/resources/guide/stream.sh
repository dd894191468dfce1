# From the first change on; without "after", from now on. A browser's EventSource does the same, and resumes by itself.
# To connect again, say what the id of the last event was that arrived: last=… bash stream.sh
curl -fsSN ${last:+-H "Last-Event-ID: $last"} "${base}/changes/stream?after="
