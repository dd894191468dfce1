package org.occupationalstandards.standards.policy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the settings, and nothing about beans. */
final class WrongPolicyAnalyzer extends AbstractFailureAnalyzer<WrongPolicy> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, WrongPolicy cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Correct them, or leave them out: docs/operating.md lists each with its default.",
                cause);
    }
}
