kafka-console-consumer.sh --bootstrap-server ${kafka} --topic standards.standard.events.v1 --from-beginning \
  --formatter-property print.headers=true --formatter-property print.key=true
