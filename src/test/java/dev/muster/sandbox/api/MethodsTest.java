package dev.muster.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.sandbox.http.RunningSandbox;
import dev.muster.sandbox.http.SandboxClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MethodsTest extends RunningSandbox {
    @Test
    void head_is_get_without_the_body() throws Exception {
        var get = client.get("phones");
        var head = asked("HEAD", "phones");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.headers().get("content-length")).isEqualTo(get.headers().get("content-length"));
        assertThat(asked("HEAD", "nothing").status()).isEqualTo(404);
        assertThat(client.send(client.bare("phones")
                                .method("HEAD", BodyPublishers.noBody())
                                .build())
                        .status())
                .isEqualTo(401);
        assertThat(client.control("HEAD", "ledger", "").status()).isEqualTo(200);
    }

    @Test
    void options_says_what_a_path_serves_and_lets_no_page_in() throws Exception {
        var campaigns = client.send(client.bare("campaigns")
                .method("OPTIONS", BodyPublishers.noBody())
                .build());

        assertThat(campaigns.status()).isEqualTo(204);
        assertThat(campaigns.headers().get("allow")).isEqualTo(List.of("GET, HEAD, OPTIONS, POST"));
        assertThat(campaigns.headers()).doesNotContainKey("access-control-allow-origin");
        assertThat(asked("OPTIONS", "nothing").status()).isEqualTo(404);
        assertThat(client.control("OPTIONS", "faults", "").headers().get("allow"))
                .isEqualTo(List.of("DELETE, OPTIONS, POST"));
    }

    @Test
    void another_method_is_refused_with_what_the_path_serves() throws Exception {
        var put = asked("PUT", "campaigns");

        assertThat(put.status()).isEqualTo(405);
        assertThat(put.headers().get("allow")).isEqualTo(List.of("GET, HEAD, OPTIONS, POST"));
        assertThat(asked("HEAD", "import_contacts").status()).isEqualTo(405);
        assertThat(client.control("PUT", "clock", "").status()).isEqualTo(405);
        assertThat(client.control("PUT", "contacts/1/labels/vip/x", "").status())
                .isEqualTo(404);
    }

    private SandboxClient.Answer asked(String method, String path) throws Exception {
        return client.send(
                client.request(path).method(method, BodyPublishers.noBody()).build());
    }
}
