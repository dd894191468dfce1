package org.occupationalstandards.notifications.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The secrets that sign deliveries: made, shown once, kept encrypted where a key is configured. */
@Component
public class Secrets {

    private static final Logger log = LoggerFactory.getLogger(Secrets.class);

    /** As Standard Webhooks writes symmetric secrets. */
    private static final String PREFIX = "whsec_";

    private static final int SECRET_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** First byte of what is stored: how the rest is to be read. */
    private static final byte PLAIN = 0;

    private static final byte AES_GCM = 1;

    private final SecureRandom random = new SecureRandom();
    private final List<SecretKeySpec> keys;

    Secrets(WebhookSettings settings) {
        this.keys = settings.secretKeys().stream().map(Secrets::key).toList();
        if (keys.isEmpty()) {
            log.info("No notifications.webhooks.secret-keys: secrets of subscriptions are stored without encryption");
        }
    }

    private static SecretKeySpec key(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != 32) throw new IllegalArgumentException("A secret key must be base64 of 32 bytes");
        return new SecretKeySpec(bytes, "AES");
    }

    /** A new secret. */
    public byte[] make() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** The secret as its owner is shown it. */
    public String show(byte[] secret) {
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /** The secret as it is stored. */
    public byte[] seal(byte[] secret) {
        if (keys.isEmpty()) return concat(new byte[] {PLAIN}, secret);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce).doFinal(secret);
            return concat(new byte[] {AES_GCM}, concat(nonce, encrypted));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The secret that was stored so. */
    byte[] open(byte[] sealed) {
        byte[] rest = Arrays.copyOfRange(sealed, 1, sealed.length);
        if (sealed[0] == PLAIN) return rest;
        byte[] nonce = Arrays.copyOf(rest, NONCE_BYTES);
        byte[] encrypted = Arrays.copyOfRange(rest, NONCE_BYTES, rest.length);
        for (var key : keys) {
            try {
                return cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(encrypted);
            } catch (GeneralSecurityException anotherKey) {
                log.debug("Not this key", anotherKey);
            }
        }
        throw new IllegalStateException("None of notifications.webhooks.secret-keys opens a stored secret");
    }

    /** A text that only who knows the secret can make, for that purpose alone; fit for an address. */
    public String derive(byte[] sealed, String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(open(sealed), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
