/**
 * The deployed functions: one small handler for each trigger, the settings, and the wiring.
 *
 * <p>{@link dev.nutgraf.lambda.ApplicationFactory} creates the {@link
 * dev.nutgraf.lambda.Application} from the environment; a handler wraps each event in an {@link
 * dev.nutgraf.lambda.Invocation}, which reconciles its keys; {@link dev.nutgraf.lambda.OutcomeLog}
 * writes a log line and metrics for each.
 */
@NullMarked
package dev.nutgraf.lambda;

import org.jspecify.annotations.NullMarked;
