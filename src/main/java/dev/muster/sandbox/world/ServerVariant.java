package dev.muster.sandbox.world;

import java.util.List;
import java.util.Locale;

/**
 * One thing that the documents leave open, and how this server settles it. The first constant of each kind is the
 * default; every other is a server that a careful client must survive as well.
 */
public sealed interface ServerVariant {
    /** Which document decides paths and bodies. */
    enum Dialect implements ServerVariant {
        /** Bodies of the API document, and the vendor's read endpoints. */
        TUTORIAL_PLUS,
        /** The API document and nothing else: an unknown query parameter is ignored. */
        TUTORIAL_STRICT,
        /** The vendor's OpenAPI document. */
        OPENAPI
    }

    /** What {@code any} and {@code all} mean together. */
    enum AnyWithAll implements ServerVariant {
        INTERSECTION,
        UNION
    }

    /** A campaign that names no label to include, whether or not it excludes some. */
    enum NoIncludeFilter implements ServerVariant {
        REFUSED,
        EVERYBODY
    }

    /** An empty array in a filter. */
    enum EmptyFilter implements ServerVariant {
        AS_ABSENT,
        REFUSED,
        NOBODY
    }

    /** The id of a label that does not exist. */
    enum UnknownLabel implements ServerVariant {
        REFUSED,
        IGNORED,
        NOBODY
    }

    /** The name of a label where an id belongs. */
    enum LabelNames implements ServerVariant {
        REFUSED,
        ACCEPTED,
        IGNORED
    }

    /** Whether exclusions of a campaign have any effect. */
    enum Exclusions implements ServerVariant {
        HONOURED,
        IGNORED
    }

    /** Whether DNC, invalid number and unreachable are left out without being asked. */
    enum SystemLabels implements ServerVariant {
        NOT_EXCLUDED,
        EXCLUDED
    }

    /** Two contact rows with one WhatsApp number in one audience. */
    enum SameNumber implements ServerVariant {
        BOTH_SENT,
        ONE_SENT
    }

    /** When the audience of a scheduled campaign becomes fixed. */
    enum AudienceFixed implements ServerVariant {
        AT_CREATE,
        AT_START
    }

    /** When the labels to attach are attached. */
    enum AttachLabels implements ServerVariant {
        AT_START,
        NEVER
    }

    /** What the stage {@code DRAFT} does. */
    enum Drafts implements ServerVariant {
        KEPT,
        SENT_AT_ONCE
    }

    /** A start time more than seven days ahead. */
    enum BeyondHorizon implements ServerVariant {
        REFUSED,
        SENT_AT_ONCE
    }

    /** A field of a campaign that the document does not know, such as a misspelt exclusion. */
    enum UnknownFields implements ServerVariant {
        IGNORED,
        REFUSED
    }

    /** What {@code limit=0} means outside the vendor's document, which says "all". */
    enum ZeroLimit implements ServerVariant {
        EMPTY_PAGE,
        ALL
    }

    /** A limit over 50, or over 500. */
    enum LargeLimit implements ServerVariant {
        ACCEPTED,
        REFUSED,
        REFUSED_OVER_500
    }

    /** The most rows of a page, whatever the limit says. */
    enum PageCap implements ServerVariant {
        NONE(Integer.MAX_VALUE),
        ROWS_100(100),
        ROWS_7(7);

        private final int rows;

        PageCap(int rows) {
            this.rows = rows;
        }

        public int rows() {
            return rows;
        }
    }

    /** What a list says of its own length. */
    enum Total implements ServerVariant {
        PRESENT,
        ABSENT,
        ZERO,
        /** The number of rows on this page. */
        OF_PAGE,
        /** Right on the first page, then another number for each offset. */
        JUMPING
    }

    /** What {@code order_by} does; where it is ignored, a list has its own order, which for most is the newest first. */
    enum Order implements ServerVariant {
        HONOURED,
        IGNORED,
        REFUSED
    }

    /** What {@code offset} does; where it is ignored, every page is the first. */
    enum Offset implements ServerVariant {
        HONOURED,
        IGNORED
    }

    /** What the answer to a campaign by numbers has. */
    enum NumbersAnswer implements ServerVariant {
        /** What the dialect's document shows. */
        OF_DIALECT,
        /** {@code id}, {@code status}, {@code created_time}, {@code total_destinations}, {@code job_id}. */
        TUTORIAL,
        /** {@code id}, {@code name}, {@code type}, {@code created_time}. */
        OPENAPI,
        /** {@code id} and {@code created_time}: nothing that could be verified. */
        BARE
    }

    /** Whether a campaign by numbers keeps the name that it was given. */
    enum NumbersName implements ServerVariant {
        KEPT,
        /** It gets the one that SeaX gives to campaigns without a name. */
        IGNORED
    }

    /** Whether a campaign by numbers is in the list of campaigns. */
    enum NumbersListed implements ServerVariant {
        LISTED,
        UNLISTED
    }

    /** A campaign by numbers that lists none. */
    enum NoDestinations implements ServerVariant {
        REFUSED,
        EVERYBODY
    }

    /** Components of a destination where the campaign has some too. */
    enum Components implements ServerVariant {
        /** The destination's are the whole message. */
        REPLACED,
        /** The campaign's are added where the destination has none of that kind. */
        MERGED
    }

    /** What a person's values are that WhatsApp does not take. */
    enum BadValues implements ServerVariant {
        /** The whole request is refused, and nobody is messaged. */
        REFUSED,
        /** The request is accepted, and the log says who failed and why. */
        FAIL_IN_LOG,
        /** The request is refused, and everybody else was messaged. */
        OTHERS_SENT
    }

    /** Every kind of switch, each with its settings in order. */
    static List<ServerVariant[]> kinds() {
        return List.of(
                Dialect.values(),
                AnyWithAll.values(),
                NoIncludeFilter.values(),
                EmptyFilter.values(),
                UnknownLabel.values(),
                LabelNames.values(),
                Exclusions.values(),
                SystemLabels.values(),
                SameNumber.values(),
                AudienceFixed.values(),
                AttachLabels.values(),
                Drafts.values(),
                BeyondHorizon.values(),
                UnknownFields.values(),
                ZeroLimit.values(),
                LargeLimit.values(),
                PageCap.values(),
                Total.values(),
                Order.values(),
                Offset.values(),
                NumbersAnswer.values(),
                NumbersName.values(),
                NumbersListed.values(),
                NoDestinations.values(),
                Components.values(),
                BadValues.values());
    }

    /** The kind as it is written on the control route, such as {@code any_with_all}. */
    default String kind() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
