package dev.muster.plan;

import dev.muster.model.Campaign;

/**
 * Why the plan does what it does with a campaign: a sign for the margin, the cause, and what a person can do. The action
 * says what will happen, the reason says why.
 */
public enum Reason {
    NEW('+', "not sent yet", ""),
    RETRY_AFTER_REFUSAL('+', "SeaX refused it before, nothing was sent", ""),
    PARTS_LEFT('+', "some parts are sent, others are left", ""),
    BEFORE_WINDOW('·', "its window has not begun", "apply again when it is due"),
    TOO_EARLY('·', "SeaX does not accept start times this far ahead", "apply again when it is due"),
    EARLIER_WAVE('·', "the wave before was sent a short time ago", "apply again when it is due"),
    GATE_CLOSED('!', "the gate of this wave is closed", "see the errors"),
    WINDOW_PASSED(
            '!', "its start or end has passed, and Muster never sends late", "move the schedule or remove the file"),
    ALREADY_ON_SEAX(
            '!',
            "SeaX already has a campaign with its marker, and the lock has no record that it was sent",
            "see the errors"),
    LOOKS_LIKE_A_RENAME(
            '!',
            "same message, senders and audience as a campaign sent lately under another key",
            "if people should get it again, acknowledge plan/looks-like-a-rename with a reason"),
    UNRESOLVED('!', "unknown or ambiguous name", "see the errors"),
    GUARD('!', "a check stops it", "see the errors"),
    REFUSED_BEFORE(
            '!',
            "SeaX refused it and it has not changed since",
            "edit it; if the cause was elsewhere, raise `generation`"),
    OUTCOME_UNKNOWN('?', "outcome unknown: it may have been sent", "muster resolve KEY"),
    FOUND_ON_SEAX('=', "its outcome was unknown; SeaX has it, so it was sent", "the next apply records it"),
    NOT_SENT(
            '!',
            "recorded as not sent; Muster does not send it again by itself",
            "raise `generation` to send it, or remove the file"),
    GIVEN_UP('=', "given up by a person", "raise `generation` to send it after all"),
    ALREADY_SENT('=', "already sent", ""),
    EDITED_AFTER_SEND(
            '~',
            "already sent; edited since, which has no effect",
            "undo the edit, or acknowledge plan/edited-after-send with a reason"),
    NO_LONGER_DEFINED('-', "recorded, and no longer defined", ""),
    OFFLINE('+', "not sent yet; the audience was not counted", "plan without --offline");

    private final char sign;
    private final String cause;
    private final String cure;

    Reason(char sign, String cause, String cure) {
        this.sign = sign;
        this.cause = cause;
        this.cure = cure;
    }

    /** Why it waits for its start. */
    static Reason early(Campaign campaign) {
        return campaign.isByNumbers() ? BEFORE_WINDOW : TOO_EARLY;
    }

    public char sign() {
        return sign;
    }

    /** One clause that says why; where findings stop the campaign, they say it better. */
    public String cause() {
        return cause;
    }

    /** What a person can do, with {@code KEY} for the campaign's key; empty when there is nothing to do. */
    public String cure() {
        return cure;
    }
}
