# From the first change on; without "after", from now on. A browser's EventSource does the same, and resumes by itself.
curl -fsSN "${base}/changes/stream?after="
# Connected again, with the id of the last event that arrived: curl -N -H "Last-Event-ID: $last" ${base}/changes/stream
