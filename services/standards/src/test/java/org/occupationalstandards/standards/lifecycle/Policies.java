package org.occupationalstandards.standards.lifecycle;

/** Policies that differ from the default in one part. */
final class Policies {

    static LifecyclePolicy with(LifecyclePolicy.ForProposals proposals) {
        var policy = LifecyclePolicy.defaults();
        return new LifecyclePolicy(
                policy.zone(),
                policy.routes(),
                policy.limits(),
                policy.reason(),
                proposals,
                policy.consultations(),
                policy.ballots(),
                policy.decisions(),
                policy.waiting());
    }

    static LifecyclePolicy with(LifecyclePolicy.ForBallots ballots) {
        var policy = LifecyclePolicy.defaults();
        return new LifecyclePolicy(
                policy.zone(),
                policy.routes(),
                policy.limits(),
                policy.reason(),
                policy.proposals(),
                policy.consultations(),
                ballots,
                policy.decisions(),
                policy.waiting());
    }

    static LifecyclePolicy with(LifecyclePolicy.ForConsultations consultations) {
        var policy = LifecyclePolicy.defaults();
        return new LifecyclePolicy(
                policy.zone(),
                policy.routes(),
                policy.limits(),
                policy.reason(),
                policy.proposals(),
                consultations,
                policy.ballots(),
                policy.decisions(),
                policy.waiting());
    }

    private Policies() {}
}
