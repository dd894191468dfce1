package org.occupationalstandards.standards.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The main road: from a proposal to version 1.0. */
class FirstApprovalTest {

    @Test
    void leadsFromProposalToVersionOne() {
        History history = Examples.approved();

        assertThat(history.state().stage()).isEqualTo(Stage.APPROVED);
        assertThat(history.state().status()).isEqualTo(Status.APPROVED);
        assertThat(history.state().version()).isEqualTo("1.0");
        assertThat(history.state().sequence()).isEqualTo(history.events().size());
        assertThat(history.state().published(history.by(People.OFFICIAL).today()))
                .isEqualTo(Examples.complete());
    }
}
