package dev.muster.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.CampaignRequest;
import dev.muster.testing.Samples;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that takes a campaign otherwise than asked says so, field by field; one that says the same otherwise does not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnswerCheckTest {
    /** Tue 1 Dec 2026 15:00 to 23:00 UTC, which is 10:00 to 18:00 in New York. */
    private static final CampaignRequest SCHEDULED = Samples.scheduled("holiday-sale");

    private static final CampaignRequest IMMEDIATE = Samples.immediate("flash-sale");

    private static List<String> anomalies(CampaignRequest asked, String status, String members) {
        var body = Samples.acceptance(asked, "campaign_1")
                .replace("\"status\":\"sending\"", "\"status\":\"" + status + "\"" + members.replace('\'', '"'));
        var result =
                Classifier.classify(new PostResponse.Received(201, new TreeMap<>(), body, true), asked, Samples.NOW);
        assertThat(result).isInstanceOf(SendResult.Accepted.class);
        return ((SendResult.Accepted) result).anomalies();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-01T15:00:00Z",
                "2026-12-01T15:00:00.000Z",
                "2026-12-01T15:00:00.000000+00:00",
                "2026-12-01T15:00Z",
                "2026-12-01T10:00:00-05:00",
                "2026-12-01T10:00:00-0500",
                "2026-12-01T10:00:00-05",
                "2026-12-02T00:00:00+09:00",
                "2026-12-01 15:00:00",
                "2026-12-01 15:00:00+00:00",
                "2026-12-01T15:00:00",
                "2026-12-01T10:00:00",
                "2026-12-01T15:00:30Z",
                "Tue, 01 Dec 2026 15:00:00 GMT"
            })
    void the_start_that_was_asked_is_understood_however_it_is_written(String start) {
        assertThat(anomalies(SCHEDULED, "scheduled", ",'start_time':'" + start + "'"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'start_time':null", ",'start_time':1796137200", ",'start_time':1796137200000"})
    void a_start_may_be_missing_or_counted_from_1970(String start) {
        assertThat(anomalies(SCHEDULED, "PENDING", start)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-30T09:00:00Z      | SeaX says that it starts at 2026-11-30T09:00:00Z, asked was 2026-12-01T15:00:00Z
            2026-12-01T10:00:00Z      | SeaX says that it starts at 2026-12-01T10:00:00Z, asked was 2026-12-01T15:00:00Z
            2026-12-01T15:00:00-05:00 | SeaX says that it starts at 2026-12-01T20:00:00Z, asked was 2026-12-01T15:00:00Z
            2026-12-01T15:01:00Z      | SeaX says that it starts at 2026-12-01T15:01:00Z, asked was 2026-12-01T15:00:00Z
            2026-12-01T14:30:00       | SeaX says that it starts at 2026-12-01T14:30:00Z, asked was 2026-12-01T15:00:00Z
            2027-12-01T15:00:00Z      | SeaX says that it starts at 2027-12-01T15:00:00Z, asked was 2026-12-01T15:00:00Z
            next Tuesday              | SeaX names a start that cannot be read: next Tuesday
            """)
    void another_start_is_an_anomaly(String start, String anomaly) {
        assertThat(anomalies(SCHEDULED, "scheduled", ",'start_time':'" + start + "'"))
                .containsExactly(anomaly);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sending", "SENDING", "started", "PROCESSING", "finished", "sent", "completed"})
    void a_campaign_of_tomorrow_that_is_sent_today_is_an_anomaly(String status) {
        assertThat(anomalies(SCHEDULED, status, ""))
                .containsExactly("SeaX says " + status + ", where a start at 2026-12-01T15:00:00Z was asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scheduled", "PENDING", "queued", "created", "a word of tomorrow"})
    void a_campaign_of_tomorrow_may_wait_in_any_word(String status) {
        assertThat(anomalies(SCHEDULED, status, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "failed, 'SeaX says failed, where a send was asked'",
        "CANCELED, 'SeaX says CANCELED, where a send was asked'",
        "paused, 'SeaX says paused, where a send was asked'",
        "draft, SeaX made a draft of it"
    })
    void what_will_not_be_sent_is_an_anomaly(String status, String anomaly) {
        assertThat(anomalies(SCHEDULED, status, "")).containsExactly(anomaly);
        assertThat(anomalies(IMMEDIATE, status, "")).containsExactly(anomaly);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pending   |                                                                            | SeaX says pending, where sending at once was asked
            scheduled |                                                                            | SeaX says scheduled, where sending at once was asked
            sending   | ,'created_time':'2026-11-30T09:00:00Z','start_time':'2026-12-01T09:00:00Z' | SeaX says that it starts at 2026-12-01T09:00:00Z, where sending at once was asked
            sending   | ,'created_time':'2026-11-23T09:00:00Z'                                     | SeaX says that it was created at 2026-11-23T09:00:00Z, before it was asked for
            sending   | ,'is_schedule':true                                                        | SeaX says is_schedule: true, asked was false
            sending   | ,'enable_link_shortening':false                                            | SeaX says enable_link_shortening: false, asked was true
            sending   | ,'media_urls':['https://example.com/a.png']                                | the media in SeaX's answer are not the ones asked for
            sending   | ,'message':'Something else'                                                | the text in SeaX's answer is not the one asked for
            sending   | ,'any_contact_label_ids':[]                                                | any_contact_label_ids in SeaX's answer is not as asked
            sending   | ,'exclude_any_contact_label_ids':[]                                        | exclude_any_contact_label_ids in SeaX's answer is not as asked
            sending   | ,'campaign_metadata':{'exclude_any_contact_labels':[]}                     | exclude_any_contact_label_ids in SeaX's answer is not as asked
            sending   | ,'campaign_metadata':{'addition_contacts':[{'id':'3'}]}                    | addition_contact_ids in SeaX's answer is not as asked
            """)
    void each_field_that_contradicts_what_was_asked_at_once_is_an_anomaly(
            String status, String members, String anomaly) {
        assertThat(anomalies(IMMEDIATE, status, Optional.ofNullable(members).orElse("")))
                .containsExactly(anomaly);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",'created_time':'2026-11-30T09:00:00Z','start_time':'2026-11-30T09:00:02Z','end_time':null",
                ",'created_time':'2026-11-30T09:00:00','start_time':'2026-11-30T10:00:00'",
                ",'is_schedule':false,'enable_link_shortening':true,'media_urls':[]",
                ",'message':'🎉 Holiday Sale! Use code \\'HOLIDAY30\\'.\\r\\nShop now: https://example.com/sale\\n'",
                ",'any_contact_label_ids':['00000002-0000-4000-8000-000000000001']",
                ",'campaign_metadata':{'any_contact_labels':[{'id':'00000002-0000-4000-8000-000000000001'}],"
                        + "'exclude_any_contact_labels':[{'id':'00000002-0000-4000-8000-000000000009'}],"
                        + "'addition_contacts':[],'exclude_contacts':[]}",
                ",'campaign_metadata':null,'message':null,'phone_ids':7"
            })
    void what_says_the_same_in_other_words_is_none(String members) {
        assertThat(anomalies(IMMEDIATE, "sending", members)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, 2026-12-01T23:00:00Z, 0", "true, 2026-12-01T22:00:00Z, 1", "false, 2026-12-01T23:00:00Z, 1"})
    void end_and_schedule_are_held_against_the_window(boolean schedule, String end, int anomalies) {
        assertThat(anomalies(SCHEDULED, "scheduled", ",'is_schedule':" + schedule + ",'end_time':'" + end + "'"))
                .hasSize(anomalies);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "3000000000", "99999999999999999999999"})
    void a_count_that_cannot_be_is_said_and_not_recorded(String count) {
        var body = Samples.acceptance(IMMEDIATE, "campaign_1").replace(":850", ":" + count);
        var accepted = (SendResult.Accepted) Classifier.classify(
                new PostResponse.Received(201, new TreeMap<>(), body, true), IMMEDIATE, Samples.NOW);
        assertThat(accepted.targetCount()).isEmpty();
        assertThat(accepted.anomalies()).singleElement().asString().endsWith("contacts, which cannot be");
    }

    @Test
    void an_answer_without_any_of_these_fields_contradicts_nothing() {
        var bare = "{\"id\":\"campaign_1\",\"name\":\"" + SCHEDULED.name() + "\",\"type\":\"" + CampaignRequest.TYPE
                + "\"}";
        var accepted = (SendResult.Accepted) Classifier.classify(
                new PostResponse.Received(201, new TreeMap<>(), bare, true), SCHEDULED, Samples.NOW);
        assertThat(accepted.anomalies()).isEmpty();
    }
}
