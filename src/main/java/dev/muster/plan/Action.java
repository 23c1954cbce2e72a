package dev.muster.plan;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.CampaignRequest;
import dev.muster.model.Expectation;
import dev.muster.model.LabelId;
import dev.muster.model.RemoteId;
import dev.muster.model.Schedule;
import dev.muster.model.Sha256;
import dev.muster.model.project.Fingerprint;
import dev.muster.resolve.Reach;
import dev.muster.resolve.ResolvedCampaign;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What the plan will do about one change. Data only: an action never carries itself out. */
public sealed interface Action {
    /** What a reader makes of the action. */
    <T> T match(Cases<T> cases);

    /** One answer for each kind: a new kind does not compile until every reader has its own. */
    interface Cases<T> {
        T create(Create action);

        T adopt(Adopt action);

        T waits(Wait action);

        T noOp(NoOp action);

        T blocked(Blocked action);

        T unresolved(Unresolved action);
    }

    Reason reason();

    /**
     * Post this, once. {@code body} is the text that was reviewed; {@code completion} adds what only the send can know. By
     * numbers it is posted in the parts of {@code numbers}, each once.
     */
    record Create(
            Reason reason,
            ResolvedCampaign campaign,
            CampaignRequest request,
            String body,
            RequestFinalizer completion,
            Optional<NumbersPlan> numbers)
            implements Action {
        /** By labels. */
        public Create(
                Reason reason,
                ResolvedCampaign campaign,
                CampaignRequest request,
                String body,
                RequestFinalizer completion) {
            this(reason, campaign, request, body, completion, Optional.empty());
        }

        /** The reviewed text is posted as it is. */
        public Create(Reason reason, ResolvedCampaign campaign, CampaignRequest request, String body) {
            this(reason, campaign, request, body, RequestFinalizer.NONE);
        }

        /** What a review approves: the text, the name of the receipt label, and how long it is held. */
        public Sha256 payload() {
            return Sha256.of(body + completion.approved());
        }

        /** What is posted now; {@code receipt} is the id of the receipt label, where the campaign has one. */
        public FinalRequest complete(Optional<LabelId> receipt, Instant now) {
            return completion.complete(request, body, receipt, now);
        }

        /** What the lock remembers of the definition's meaning. */
        public Fingerprint fingerprint() {
            return Fingerprint.of(campaign.campaign());
        }

        /** What is recorded when it is posted: itself, or each of its parts. */
        public Stream<CampaignIdentity> identities() {
            return numbers.map(parts -> parts.parts().stream().map(PlannedPart::identity))
                    .orElseGet(() -> Stream.of(request.identity()));
        }

        /** How many messages a person approves with this. */
        public int messages() {
            return campaign.reach().messages();
        }

        /** How many people that is; where it cannot be known, as many as messages. */
        public int people() {
            return campaign.reach() instanceof Reach.Known known ? known.people() : messages();
        }

        /** Whether nobody can count the audience, and its numbers are the most that it may be. */
        public boolean isAtMost() {
            return campaign.reach() instanceof Reach.Unknown;
        }

        /** What its author expects of everybody's count, SeaX's too. */
        public Expectation expect() {
            return campaign.campaign().expect();
        }

        /** When its first message goes out: at once or after the hold, unless it is scheduled. */
        Instant start(Instant now) {
            var immediately = now.plus(completion.hold().orElse(Duration.ZERO));
            return request.window().map(Schedule.Window::start).orElse(immediately);
        }

        /** How many contacts the exclusions take out; zero where it cannot be known. */
        public int excluded() {
            return campaign.reach() instanceof Reach.Known known
                    ? known.funnel().excluded()
                    : 0;
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.create(this);
        }
    }

    /** SeaX has it already, as {@code id}: the next apply records that it was sent, and sends nothing. */
    record Adopt(Reason reason, RemoteId id) implements Action {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.adopt(this);
        }
    }

    /** Not yet: it can be created from {@code due} on. */
    record Wait(Reason reason, Instant due) implements Action {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.waits(this);
        }
    }

    /** Nothing to do. */
    record NoOp(Reason reason) implements Action {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.noOp(this);
        }
    }

    /** Refused until a person does something. */
    record Blocked(Reason reason) implements Action {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.blocked(this);
        }
    }

    /** Would be created, but nothing was looked up: the plan is offline. */
    record Unresolved(Reason reason) implements Action {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.unresolved(this);
        }
    }
}
