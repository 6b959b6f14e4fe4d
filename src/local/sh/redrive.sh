#!/usr/bin/env bash
# Redrives the failure queue: sends each event to its function again, or starts the reprocessing that
# the schedule couldn't start, and deletes the messages that succeed.
#
#   src/local/sh/redrive.sh QUEUE_URL
#
# Events that fail again stay in the queue. Needs jq and the AWS CLI, with permission to receive from,
# delete from and change the visibility in the queue, to invoke the functions and to start the state
# machine. Exits with 1 if an event failed again.
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
touch "$work/failed" "$work/seen"

# Longer than the longest timeout of a function, 900 seconds; the CLI's default is 60.
read_timeout=960
# A version that was idle for 14 days answers SnapStartNotReadyException until Lambda has made a new
# snapshot, which takes minutes.
not_ready='SnapStartNotReadyException|ResourceConflictException|TooManyRequestsException'
max_attempts=30
seconds_between=30

# Invokes a function with the event; the error is in $work/answer.
invoke() {
  local attempt error
  for ((attempt = 1; ; attempt++)); do
    if error=$(aws lambda invoke --function-name "$1" --payload "fileb://$work/event" \
      --cli-read-timeout "$read_timeout" --query FunctionError --output text "$work/answer" 2>"$work/error"); then
      [ "$error" = None ]
      return
    fi
    cp "$work/error" "$work/answer"
    if ((attempt == max_attempts)) || ! grep -qE "$not_ready" "$work/error"; then
      return 1
    fi
    sleep "$seconds_between"
  done
}

# Starts a state machine with the input of the event, which may be wrapped in the request.
start() {
  jq -c '(.input // .Input // .) | if type == "string" then fromjson else . end' "$work/event" >"$work/input"
  aws stepfunctions start-execution --state-machine-arn "$1" --input "file://$work/input" \
    >"$work/answer" 2>&1
}

# One message at a time: it is invisible for an hour, longer than a call with its retries.
while true; do
  aws sqs receive-message --queue-url "$queue" --max-number-of-messages 1 --wait-time-seconds 2 \
    --visibility-timeout 3600 --message-attribute-names All --output json >"$work/batch"
  # Without messages the CLI prints nothing.
  jq '.Messages[0] // empty' "$work/batch" >"$work/message"
  [ -s "$work/message" ] || break
  id=$(jq -r .MessageId "$work/message")
  handle=$(jq -r .ReceiptHandle "$work/message")
  # A message that failed an hour ago is visible again.
  if grep -qxF "$id" "$work/seen"; then
    continue
  fi
  echo "$id" >>"$work/seen"
  # A Lambda destination wraps the event and names the function; EventBridge and its scheduler pass
  # the event unchanged, with their target in a message attribute. The alias invokes the current version.
  jq '.Body | (fromjson? // {}) | .requestPayload // .' "$work/message" >"$work/event"
  target=$(jq -r '(.Body | fromjson? | .requestContext.functionArn?)
    // .MessageAttributes.TARGET_ARN.StringValue // ""' "$work/message")
  name=$(cut -d : -f 7 <<<"$target")
  rm -f "$work/answer"
  case $target in
    *:stateMachine:*) again=(start "$target") ;;
    *:function:*) again=(invoke "$name:live") ;;
    *)
      again=(false)
      echo "the message names no function; delete it or send it by hand" >"$work/answer"
      ;;
  esac
  if "${again[@]}"; then
    aws sqs delete-message --queue-url "$queue" --receipt-handle "$handle"
    done=$((done + 1))
  else
    echo "$id: ${name:+$name }failed again: $(head -c 300 "$work/answer" 2>/dev/null)" >&2
    echo "$handle" >>"$work/failed"
    failed=$((failed + 1))
  fi
done

# Failed messages become visible now instead of in an hour, for the alarm and the next run.
while read -r handle; do
  aws sqs change-message-visibility --queue-url "$queue" --receipt-handle "$handle" \
    --visibility-timeout 0 || true
done <"$work/failed"

echo "Redriven: $done. Failed again and kept in the queue: $failed."
[ "$failed" -eq 0 ]
