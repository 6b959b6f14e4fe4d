#!/usr/bin/env bash
# Sends every event of the failure queue to its function again and deletes those that succeed:
#
#   src/local/sh/redrive.sh QUEUE_URL
#
# What fails again stays in the queue. Needs the AWS CLI with rights to receive from and delete
# from the queue and to invoke the functions, and jq. Exit status 1 when an event failed again.
set -euo pipefail

if [ $# -ne 1 ]; then
  echo "usage: $0 QUEUE_URL   (output FailureQueueUrl of the stack)" >&2
  exit 2
fi
queue=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
done=0
failed=0

# A message that was received is hidden for an hour, so that one run sees each of them once.
while true; do
  aws sqs receive-message --queue-url "$queue" --max-number-of-messages 10 --wait-time-seconds 2 \
    --visibility-timeout 3600 --message-attribute-names All --output json >"$work/batch"
  messages=$(jq '.Messages // [] | length' "$work/batch")
  # Without messages the CLI prints nothing at all.
  [ "${messages:-0}" -gt 0 ] || break
  for ((i = 0; i < messages; i++)); do
    jq ".Messages[$i]" "$work/batch" >"$work/message"
    # Lambda records the event with the function that failed; EventBridge leaves the event as it
    # was and names the target beside it. Either way today's version is asked, not the one of then.
    jq '.Body | fromjson | .requestPayload // .' "$work/message" >"$work/event"
    name=$(jq -r '(.Body | fromjson | .requestContext.functionArn)
      // .MessageAttributes.TARGET_ARN.StringValue // "" | split(":")[6] // ""' "$work/message")
    id=$(jq -r .MessageId "$work/message")
    if [ -z "$name" ]; then
      echo "$id: names no function" >&2
      failed=$((failed + 1))
    elif error=$(aws lambda invoke --function-name "$name:live" --payload "fileb://$work/event" \
      --query FunctionError --output text "$work/answer") && [ "$error" = None ]; then
      aws sqs delete-message --queue-url "$queue" --receipt-handle "$(jq -r .ReceiptHandle "$work/message")"
      done=$((done + 1))
    else
      echo "$id: $name failed again: $(head -c 300 "$work/answer" 2>/dev/null)" >&2
      failed=$((failed + 1))
    fi
  done
done

echo "$done events redriven, $failed failed again and stay in the queue"
[ "$failed" -eq 0 ]
