package dev.muster.sandbox.api;

import dev.muster.sandbox.world.Filters;
import dev.muster.sandbox.world.LabelRow;
import dev.muster.sandbox.world.ServerVariant;
import java.util.List;
import java.util.Optional;

/** Reads whom a campaign is for from its body, settling by the switches what the documents leave open. */
record FilterReader(Fields body, RequestContext call) {
    static final List<String> FIELDS = List.of(
            "any_contact_label_ids",
            "all_contact_label_ids",
            "exclude_any_contact_label_ids",
            "exclude_all_contact_label_ids");

    /** The filters, or a refusal. */
    Filters filters() {
        var any = labels("any_contact_label_ids");
        var all = labels("all_contact_label_ids");
        var filters = new Filters(
                any.orElse(List.of()),
                all.orElse(List.of()),
                labels("exclude_any_contact_label_ids").orElse(List.of()),
                call.isOpenApi() ? labels("exclude_all_contact_label_ids").orElse(List.of()) : List.of(),
                body.texts("exclude_contact_ids").orElse(List.of()),
                matchesNobody("any_contact_label_ids") || matchesNobody("all_contact_label_ids"));
        if (!filters.hasInclude() && call.options().is(ServerVariant.NoIncludeFilter.REFUSED)) {
            throw new RequestRefusedException(
                    ErrorBody.invalid("any_contact_label_ids", "at least one contact label filter is required"));
        }
        return filters;
    }

    /** The labels that recipients get. */
    List<String> attached() {
        return labels("attach_contact_label_ids").orElse(List.of());
    }

    private Optional<List<String>> labels(String field) {
        var ids = body.texts(field);
        if (ids.filter(List::isEmpty).isPresent() && call.options().is(ServerVariant.EmptyFilter.REFUSED)) {
            throw new RequestRefusedException(ErrorBody.invalid(field, field + " must not be empty"));
        }
        return ids.map(
                list -> list.stream().flatMap(id -> label(field, id).stream()).toList());
    }

    private Optional<String> label(String field, String given) {
        var id = meant(given);
        if (call.world().label(id).isPresent()) {
            return Optional.of(id);
        }
        var named = call.world().labelNamed(id);
        if (named.isPresent() && !call.options().is(ServerVariant.LabelNames.REFUSED)) {
            return named.map(LabelRow::id).filter(found -> call.options().is(ServerVariant.LabelNames.ACCEPTED));
        }
        if (named.isPresent() || call.options().is(ServerVariant.UnknownLabel.REFUSED)) {
            throw new RequestRefusedException(ErrorBody.invalid(field, "no contact label has the id " + id));
        }
        return Optional.empty();
    }

    private String meant(String given) {
        return DocumentExamples.label(given, call.world());
    }

    private boolean matchesNobody(String field) {
        var ids = body.texts(field).orElse(List.of());
        boolean isEmptied = body.texts(field).isPresent() && ids.isEmpty();
        boolean hasUnknown = ids.stream()
                .map(this::meant)
                .anyMatch(id -> call.world().label(id).isEmpty()
                        && call.world().labelNamed(id).isEmpty());
        return (isEmptied && call.options().is(ServerVariant.EmptyFilter.NOBODY))
                || (hasUnknown && call.options().is(ServerVariant.UnknownLabel.NOBODY));
    }
}
