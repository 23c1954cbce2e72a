package dev.muster.simulation;

import dev.muster.apply.CampaignSender;
import dev.muster.apply.PostResponse;
import dev.muster.apply.ReceiptLabels;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockStore;
import dev.muster.lock.RemoteReference;
import dev.muster.lock.RunIdentity;
import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import dev.muster.model.RemoteId;
import dev.muster.model.project.DriftLimit;
import dev.muster.model.project.Policy;
import dev.muster.model.project.Restrictions;
import dev.muster.resolve.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Designs that send twice, forget, or message people who must not be messaged: each replaces one part around the program, and
 * each must be caught by the simulation. They test the tests.
 */
enum WrongDesign implements Design {
    NO_INTENT {
        @Override
        public LockStore store(LockStore store) {
            return ChangedStore.recording(store, (entry, run) -> {
                if (!(entry instanceof LockEntry.Intent)) {
                    run.record(entry);
                }
            });
        }
    },
    INTENT_NOT_SYNCED {
        @Override
        public boolean syncs() {
            return false;
        }
    },
    RETRY_ON_TIMEOUT {
        @Override
        public CampaignSender sender(CampaignSender sender) {
            return again(
                    sender,
                    answer -> answer instanceof PostResponse.Lost lost
                            && lost.cause().contains("time"));
        }
    },
    RETRY_ON_5XX {
        @Override
        public CampaignSender sender(CampaignSender sender) {
            return again(sender, hasStatus(500, 599));
        }
    },
    ABSENT_MEANS_RESEND {
        @Override
        public void reconcile(LockStore store, World world, Clock clock) {
            var listed = world.setup().lists() ? world.seax().campaigns(Instant.EPOCH) : List.of();
            rejectOpen(store, clock, entry -> listed.isEmpty());
        }
    },
    INTENT_ONLY_ON_THE_RUNNER {
        @Override
        public boolean diskDiesWithProcess() {
            return true;
        }
    },
    OK_WITHOUT_ID_IS_FAILURE {
        @Override
        public CampaignSender sender(CampaignSender sender) {
            return reading(
                    sender, answer -> answer.status() == 200 && !answer.body().contains("\"id\""), REFUSAL);
        }
    },
    UNREADABLE_OK_IS_FAILURE {
        @Override
        public CampaignSender sender(CampaignSender sender) {
            return reading(sender, answer -> answer.status() == 200 && !answer.intact(), REFUSAL);
        }
    },
    RETRY_ON_RESET {
        @Override
        public CampaignSender sender(CampaignSender sender) {
            return again(
                    sender,
                    answer -> answer instanceof PostResponse.Lost lost
                            && lost.cause().contains("reset"));
        }
    },
    RESULT_BEFORE_POST {
        @Override
        public LockStore store(LockStore store) {
            return ChangedStore.recording(store, (entry, run) -> {
                if (entry instanceof LockEntry.Intent intent) {
                    run.record(intent);
                    run.record(sent(intent));
                }
            });
        }
    },
    OVERWRITE_INSTEAD_OF_COMPARE {
        @Override
        public SharedRecord record(SharedRecord record) {
            return changing(
                    record,
                    (expected, lock) -> record.compareAndSet(record.read().version(), lock));
        }
    },
    AMBIGUOUS_PUSH_GOES_ON {
        @Override
        public SharedRecord record(SharedRecord record) {
            return changing(record, (expected, lock) -> {
                var outcome = record.compareAndSet(expected, lock);
                return outcome == SharedRecord.Outcome.UNKNOWN ? SharedRecord.Outcome.OK : outcome;
            });
        }
    },
    LIMIT_TAKEN_AS_SENT {
        @Override
        public CampaignSender sender(CampaignSender sender) {
            return reading(sender, answer -> answer.status() == 429, "{\"id\":\"campaign_1\"}");
        }
    },
    STALE_INTENT_PLANNED_AGAIN {
        @Override
        public void reconcile(LockStore store, World world, Clock clock) {
            rejectOpen(
                    store,
                    clock,
                    entry -> entry instanceof LockEntry.Intent
                            && clock.instant().isAfter(entry.attempt().notAfter()));
        }
    },
    FOLLOW_REDIRECT_307 {
        @Override
        public CampaignSender sender(CampaignSender sender) {
            return again(sender, hasStatus(307, 308));
        }
    },
    DOUBT_RESOLVED_AS_NOT_SENT_AT_ONCE {
        @Override
        public void reconcile(LockStore store, World world, Clock clock) {
            settle(
                    store,
                    entry -> world.seax().sends(entry.attempt().marker()) == 0,
                    entry -> entry.abandon(true, "not in the dashboard", clock.instant(), "dana"));
        }
    },
    INTENT_THAT_NEVER_EXPIRES {
        @Override
        public Clock clock(Clock wall, SimulatedTime time) {
            return time.standingStill(wall);
        }
    },
    RECEIPT_LABEL_OF_ANOTHER_ID {
        @Override
        public ReceiptLabels receipts(ReceiptLabels labels) {
            return (name, owner) -> labels.take(name, owner) instanceof ReceiptLabels.There there
                    ? made(SimulatedSeax.OLD_DNC, there.label().name(), owner)
                    : new ReceiptLabels.Failed("not made");
        }
    },
    RECEIPT_LABEL_TAKEN_FOR_MADE {
        @Override
        public ReceiptLabels receipts(ReceiptLabels labels) {
            return (name, owner) -> labels.take(name, owner) instanceof ReceiptLabels.There there
                    ? there
                    : made(SimulatedSeax.OLD_DNC, name, owner);
        }
    },
    EXCLUSION_DROPPED {
        @Override
        public Policy policy(Policy policy) {
            return withoutExclusions(policy);
        }
    },
    EXCLUSION_OF_THE_CAMPAIGN_ONLY {
        @Override
        public Policy policy(Policy policy) {
            return withoutExclusions(policy);
        }

        @Override
        public Campaign campaign(Campaign campaign) {
            var audience = campaign.audience();
            return audience(campaign, new Audience<>(audience.any(), audience.all(), List.of(BOUGHT), List.of()));
        }
    },
    EMPTY_SELECTOR {
        @Override
        public CampaignSender sender(CampaignSender sender) {
            return body -> sender.post(body.replace("\"any_contact_label_ids", "\"any_label_ids"));
        }
    },
    ADDED_CONTACT_IDS {
        @Override
        public CampaignSender sender(CampaignSender sender) {
            return body -> sender.post(
                    body.replaceFirst("\\{", "{\"addition_contact_ids\":[\"00000003-0000-4000-8000-000000000003\"],"));
        }
    },
    EXCLUSION_FIELD_LOST_ON_THE_WAY {
        @Override
        public CampaignSender sender(CampaignSender sender) {
            return body -> sender.post(body.replace("exclude_any_contact_label_ids", "exclude_any_label_ids"));
        }
    },
    NAMES_INSTEAD_OF_IDS {
        @Override
        public CampaignSender sender(CampaignSender sender) {
            return body -> sender.post(body.replace(SimulatedSeax.DNC.value(), "DNC"));
        }
    },
    STALE_LABEL_ID {
        @Override
        public Workspace workspace(Workspace workspace) {
            return labelled(uncounted(workspace), label -> label.system() ? SimulatedSeax.OLD_DNC : label.id());
        }
    },
    OPTED_OUT_ON_ANOTHER_ROW {
        @Override
        public void prepare(SimulatedSeax seax) {
            seax.row("+447700900001", SimulatedSeax.DNC);
        }

        @Override
        public Workspace workspace(Workspace workspace) {
            return ChangedWorkspace.contacts(uncounted(workspace), rows -> rows.subList(0, rows.size() - 1));
        }
    },
    EXCLUDED_AS_OF_THE_PLAN {
        @Override
        public Policy policy(Policy policy) {
            return withoutExclusions(policy);
        }

        @Override
        public Campaign campaign(Campaign campaign) {
            var audience = campaign.audience();
            return audience(
                    campaign,
                    new Audience<>(
                            audience.any(), audience.all(), List.of(), List.of(dev.muster.testing.Samples.contact(3))));
        }
    };

    private static final LabelName BOUGHT = new LabelName("bought");
    private static final String REFUSAL = "{\"error\":\"no\",\"status_code\":400}";

    private static CampaignSender again(CampaignSender sender, Predicate<PostResponse> when) {
        return body -> {
            var answer = sender.post(body);
            return when.test(answer) ? sender.post(body) : answer;
        };
    }

    private static Predicate<PostResponse> hasStatus(int from, int to) {
        return answer -> answer instanceof PostResponse.Received received
                && received.status() >= from
                && received.status() <= to;
    }

    /** Reads some answers as another one; a body that is a refusal comes with its status. */
    private static CampaignSender reading(CampaignSender sender, Predicate<PostResponse.Received> when, String as) {
        int status = as.equals(REFUSAL) ? 400 : 200;
        return body -> {
            var answer = sender.post(body);
            return answer instanceof PostResponse.Received received && when.test(received)
                    ? new PostResponse.Received(status, received.headers(), as, true)
                    : answer;
        };
    }

    private static ReceiptLabels.There made(LabelId id, LabelName name, String owner) {
        return new ReceiptLabels.There(new Label(id, name, false, OptionalInt.of(0), owner));
    }

    private static LockEntry sent(LockEntry.Intent intent) {
        var remote = new RemoteReference(
                new RemoteId("campaign_1"), Optional.empty(), Optional.empty(), OptionalInt.empty());
        return intent.confirm(remote, List.of(), intent.attempt().at(), "run", "it will be sent");
    }

    private static void rejectOpen(LockStore store, Clock clock, Predicate<LockEntry> which) {
        settle(
                store,
                which,
                entry -> entry.reject("not sent, it seems", Optional.of(clock.instant()), clock.instant(), "run"));
    }

    private static void settle(LockStore store, Predicate<LockEntry> which, Function<LockEntry, LockEntry> how) {
        var open = store.load().stream()
                .flatMap(lock -> lock.entries().values().stream())
                .filter(entry -> entry.isOpen() && which.test(entry))
                .toList();
        if (!open.isEmpty()) {
            try (var run = store.begin(new RunIdentity("run", "dana", "0.1.0", Optional.empty()))) {
                open.forEach(entry -> run.record(how.apply(entry)));
            }
        }
    }

    private static SharedRecord changing(
            SharedRecord record, BiFunction<Long, dev.muster.lock.Lock, SharedRecord.Outcome> set) {
        return new SharedRecord() {
            @Override
            public State read() {
                return record.read();
            }

            @Override
            public Outcome compareAndSet(long expected, dev.muster.lock.Lock lock) {
                return set.apply(expected, lock);
            }
        };
    }

    private static Policy withoutExclusions(Policy policy) {
        return new Policy(
                List.of(),
                policy.requireOptIn(),
                policy.maxReach(),
                policy.maxReachPerRun(),
                policy.maxShareOfContacts(),
                policy.minLead(),
                Restrictions.NONE,
                DriftLimit.DEFAULT,
                Policy.DEFAULT_PLAN_VALID_FOR,
                OptionalDouble.empty());
    }

    private static Campaign audience(Campaign campaign, Audience<LabelName> audience) {
        return new Campaign(
                campaign.identity(),
                campaign.name(),
                campaign.owner(),
                campaign.senders(),
                audience,
                campaign.expect(),
                campaign.message(),
                campaign.schedule(),
                campaign.attachLabels(),
                campaign.acknowledged(),
                List.of());
    }

    /** Without the counts of SeaX, with which a plan would see that the reading is wrong. */
    private static Workspace uncounted(Workspace workspace) {
        return ChangedWorkspace.labels(
                workspace,
                labels -> labels.stream()
                        .map(label -> new Label(label.id(), label.name(), label.system(), OptionalInt.empty()))
                        .toList());
    }

    private static Workspace labelled(Workspace workspace, Function<Label, LabelId> id) {
        return ChangedWorkspace.labels(
                workspace,
                labels -> labels.stream()
                        .map(label -> new Label(id.apply(label), label.name(), label.system(), label.count()))
                        .toList());
    }
}
