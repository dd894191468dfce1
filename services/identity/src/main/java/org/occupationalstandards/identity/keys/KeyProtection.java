package org.occupationalstandards.identity.keys;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.security.crypto.keygen.KeyGenerators;

/** Keeps private keys from those who can read the database: AES-GCM, with a key derived from a password that is not in the database. */
class KeyProtection {

    private final @Nullable String password;

    KeyProtection(@Nullable String password) {
        this.password = password == null || password.isBlank() ? null : password;
    }

    /** A text as it is stored; without a salt it stands as it is. */
    record Sealed(String text, @Nullable String salt) {}

    Sealed seal(String text) {
        if (password == null) {
            return new Sealed(text, null);
        }
        var salt = KeyGenerators.string().generateKey();
        return new Sealed(Encryptors.delux(password, salt).encrypt(text), salt);
    }

    String open(String text, @Nullable String salt) {
        if (salt == null) {
            return text;
        }
        if (password == null) {
            throw new IllegalStateException(
                    "The signing keys in the database are encrypted: set identity.keys.password to the password they were encrypted with.");
        }
        try {
            return Encryptors.delux(password, salt).decrypt(text);
        } catch (IllegalStateException wrong) {
            throw new IllegalStateException(
                    "identity.keys.password is not the password that the signing keys in the database were encrypted with.",
                    wrong);
        }
    }
}
