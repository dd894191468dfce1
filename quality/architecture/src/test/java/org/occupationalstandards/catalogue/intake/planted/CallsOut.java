package org.occupationalstandards.catalogue.intake.planted;

import java.net.http.HttpClient;

/** Planted: acts where it should plan. */
public final class CallsOut {

    HttpClient client = HttpClient.newHttpClient();
}
