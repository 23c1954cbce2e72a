package dev.muster.seax;

import dev.muster.apply.MessageSender;
import dev.muster.apply.PostResponse;
import dev.muster.model.MessageEndpoint;

/** Posts single messages: each in one shot, over the same transport as campaigns. */
record SeaxMessages(SeaxEndpoint endpoint, SendLimits limits) implements MessageSender {
    @Override
    public PostResponse post(MessageEndpoint path, String body) {
        return new SinglePost(path.path(), endpoint, limits).post(body);
    }
}
