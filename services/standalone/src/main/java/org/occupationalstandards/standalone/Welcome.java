package org.occupationalstandards.standalone;

/** The last thing that a start says: where everything is, and as whom to try it. */
final class Welcome {

    private Welcome() {}

    static String text(Addresses addresses, DataFolder folder) {
        return """

                Ready.

                  the public catalogue         %s
                  commands (API)               %s/v3/api-docs
                  change feed, subscriptions   %s
                  mail that would be sent      %s/outbox
                  sign-in (OpenID issuer)      %s
                  Kafka                        %s
                  log                          %s

                  Example sign-ins, for programs (client id = secret):
                    chair  member  official  panel-1 … panel-5  committee  committee-2  subscriber
                  curl -d grant_type=client_credentials -u chair:chair %s/oauth2/token

                Press Ctrl-C to stop.
                """.formatted(
                addresses.catalogue(),
                addresses.standards(),
                addresses.notifications(),
                addresses.notifications(),
                addresses.identity(),
                addresses.kafka(),
                folder.log(),
                addresses.identity()).stripTrailing();
    }
}
