package dev.nutgraf.local.dev.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Does nothing: its time is that of the JVM and the runtime client. */
public final class EmptyHandler implements RequestStreamHandler {
  /** Creates a handler without state. */
  public EmptyHandler() {}

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    output.write("null".getBytes(StandardCharsets.UTF_8));
  }
}
