package org.occupationalstandards.notifications.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What the address of a receiver has to be. */
@Component
public class WebhookUrl {

    private static final int LONGEST = 2_000;

    private final WebhookSettings settings;
    private final CheckedAddresses addresses;

    WebhookUrl(WebhookSettings settings, CheckedAddresses addresses) {
        this.settings = settings;
        this.addresses = addresses;
    }

    /** Everything that is wrong with it; nothing when it may be called. */
    public List<String> faults(String url) {
        if (url.length() > LONGEST) return List.of("This must have at most " + LONGEST + " characters.");
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException notAnAddress) {
            return List.of("This must be an absolute URL such as https://example.org/hook.");
        }
        var faults = new ArrayList<String>();
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && settings.httpAllowed())) {
            faults.add(
                    settings.httpAllowed()
                            ? "This must begin with https:// or http://."
                            : "This must begin with https://.");
        }
        if (uri.getRawUserInfo() != null) faults.add("This must not hold a user name or password.");
        if (uri.getRawFragment() != null) faults.add("This must not have a fragment (#).");
        if (uri.getPort() > 65_535 || uri.getPort() == 0) faults.add("This must have a port from 1 to 65535, or none.");
        if (uri.getHost() == null) {
            faults.add("This must name a host, in ASCII.");
        } else {
            checkHost(uri.getHost(), faults);
        }
        return faults;
    }

    private void checkHost(String host, List<String> faults) {
        // Some read 0177 as octal, some do not: nobody here is to wonder which.
        if (host.matches("[\\d.]+") && host.matches("(.*\\.)?0\\d.*")) {
            faults.add("This must not hold an address with leading zeros.");
            return;
        }
        try {
            addresses.resolve(host);
        } catch (CheckedAddresses.Forbidden forbidden) {
            faults.add(
                    "This must lead to the public internet; loopback, private, link-local and other special addresses"
                            + " are not called.");
        } catch (UnknownHostException notNow) {
            // Perhaps it will be known by the time there is something to deliver, when it is looked up again.
        }
    }
}
