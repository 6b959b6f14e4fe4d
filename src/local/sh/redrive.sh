#!/usr/bin/env bash
# Redrives the failure queue: sends each event to its function again and deletes those that succeed.
#
#   src/local/sh/redrive.sh QUEUE_URL
#
# Events that fail again stay in the queue. Needs jq and the AWS CLI, with permission to receive from
# and delete from the queue and to invoke the functions. Exits with 1 if an event failed again.
set -euo pipefail

if [ $# -ne 1 ]; then
  echo "usage: $0 QUEUE_URL   (the stack's output FailureQueueUrl)" >&2
  exit 2
fi
queue=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
done=0
failed=0

# A received message is invisible for an hour, so a run receives each message once.
while true; do
  aws sqs receive-message --queue-url "$queue" --max-number-of-messages 10 --wait-time-seconds 2 \
    --visibility-timeout 3600 --message-attribute-names All --output json >"$work/batch"
  messages=$(jq '.Messages // [] | length' "$work/batch")
  # Without messages the CLI prints nothing.
  [ "${messages:-0}" -gt 0 ] || break
  for ((i = 0; i < messages; i++)); do
    jq ".Messages[$i]" "$work/batch" >"$work/message"
    # A Lambda destination wraps the event and names the function; EventBridge passes the event
    # unchanged, with its target in a message attribute. The alias invokes the current version.
    jq '.Body | fromjson | .requestPayload // .' "$work/message" >"$work/event"
    name=$(jq -r '(.Body | fromjson | .requestContext.functionArn)
      // .MessageAttributes.TARGET_ARN.StringValue // "" | split(":")[6] // ""' "$work/message")
    id=$(jq -r .MessageId "$work/message")
    if [ -z "$name" ]; then
      echo "$id: the message names no function; delete it or send it by hand" >&2
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

echo "Redriven: $done. Failed again and kept in the queue: $failed."
[ "$failed" -eq 0 ]
