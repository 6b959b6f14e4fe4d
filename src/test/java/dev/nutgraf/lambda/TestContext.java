package dev.nutgraf.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The context of an invocation.
 *
 * @param timeLeft returns the milliseconds until the invocation times out
 */
record TestContext(IntSupplier timeLeft) implements Context {

  /** A context with a constant time left. */
  TestContext(int milliseconds) {
    this(() -> milliseconds);
  }

  /** Returns a context whose time runs out. */
  static TestContext endingIn(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return new TestContext(() -> (int) Duration.ofNanos(end - System.nanoTime()).toMillis());
  }

  @Override
  public int getRemainingTimeInMillis() {
    return timeLeft.getAsInt();
  }

  @Override
  public String getAwsRequestId() {
    return "request-1";
  }

  @Override
  public String getLogGroupName() {
    return "group";
  }

  @Override
  public String getLogStreamName() {
    return "stream";
  }

  @Override
  public String getFunctionName() {
    return "function";
  }

  @Override
  public String getFunctionVersion() {
    return "1";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn";
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getMemoryLimitInMB() {
    return 1_024;
  }

  @Override
  public @Nullable LambdaLogger getLogger() {
    return null;
  }
}
