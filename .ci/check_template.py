#!/usr/bin/env python3
"""Checks template.yaml and the state machine.

Lints the template, translates it with SAM's translator, and checks in the translation that every parameter of the
functions and every new build replaces the version and moves the alias, that buckets, queues and policies are closed,
and that every event and every failed run arrives. Checks whose tool isn't installed are skipped with a message (pip install -r .ci/requirements.txt).
"""

import copy
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ACCOUNT = "123456789012"
PSEUDO = {
    "AWS::AccountId": ACCOUNT,
    "AWS::NoValue": None,
    "AWS::Partition": "aws",
    "AWS::Region": "us-east-1",
    "AWS::StackName": "nutgraf",
    "AWS::URLSuffix": "amazonaws.com",
}
# Two values of each parameter in the functions' configuration.
SETTINGS = {
    "ArticlePrefix": ("", "news/"),
    "SummaryPrefix": ("", "out/"),
    "SummarySentences": ("3", "5"),
    "SummaryMaxWords": ("0", "60"),
    "SummaryMaxCharacters": ("0", "400"),
    "MaxArticleBytes": ("52428800", "1048576"),
    "MetadataDetail": ("standard", "explain"),
    "SummaryHtml": ("false", "true"),
    "ExistingArticleBucket": ("", "newsroom"),
    "MemorySize": ("1024", "2048"),
    "Timeout": ("60", "120"),
    "S3EndpointUrl": ("", "http://127.0.0.1:9000"),
    "Architecture": ("arm64", "x86_64"),
    "RequestChecksums": ("when_supported", "when_required"),
}
# A function and a parameter that doesn't change its configuration.
UNCHANGED = {("ReprocessFunction", "Timeout")}
ALL_TRIGGERS = {
    "ArticleQueueArn": f"arn:aws:sqs:us-east-1:{ACCOUNT}:articles",
    "ArticleQueueKmsKeyArn": f"arn:aws:kms:us-east-1:{ACCOUNT}:key/queue",
    "S3BatchOperations": "enabled",
}


def lint():
    if not shutil.which("cfn-lint"):
        print("skipped: cfn-lint is not installed (pip install -r .ci/requirements.txt)")
        return
    subprocess.run(["cfn-lint", "template.yaml"], cwd=ROOT, check=True)
    print("cfn-lint: clean")


def validate_state_machine():
    validator = shutil.which("asl-validator")
    if not validator:
        print("skipped: asl-validator is not installed (npm install -g asl-validator)")
        return
    template = (ROOT / "src/main/statemachine/reprocess.asl.json").read_text().replace("${Partition}", "aws")
    with tempfile.NamedTemporaryFile("w", suffix=".json") as definition:
        definition.write(re.sub(r"\$\{[A-Za-z]+}", "1", template))
        definition.flush()
        subprocess.run([validator, "--json-path", definition.name], check=True)


class Stack:
    """The template translated with parameter values, with its intrinsic functions evaluated."""

    def __init__(self, translate, source, parameters, build="s3://artifacts/0123"):
        template = copy.deepcopy(source)
        template["Globals"]["Function"]["CodeUri"] = build
        template["Resources"]["ReprocessStateMachine"]["Properties"]["DefinitionUri"] = "s3://artifacts/definition"
        defaults = {name: str(p["Default"]) for name, p in template["Parameters"].items()}
        self.values = {**defaults, **parameters, **PSEUDO}
        translated = translate(template, {**defaults, **parameters})
        self.conditions = translated["Conditions"]
        self.resources = {
            name: resource
            for name, resource in translated["Resources"].items()
            if "Condition" not in resource or self.holds(resource["Condition"])
        }

    def holds(self, name):
        return self.resolve(self.conditions[name])

    def resolve(self, value):
        if isinstance(value, list):
            return [r for r in map(self.resolve, value) if r is not None]
        if not isinstance(value, dict):
            return value
        if len(value) != 1:
            return {k: r for k, r in ((k, self.resolve(v)) for k, v in value.items()) if r is not None}
        (name, argument), = value.items()
        if name == "Ref":
            return self.values.get(argument, f"<{argument}>")
        if name == "Fn::GetAtt":
            return "<" + (argument if isinstance(argument, str) else ".".join(argument)) + ">"
        if name == "Fn::If":
            return self.resolve(argument[1] if self.holds(argument[0]) else argument[2])
        if name == "Fn::Equals":
            return str(self.resolve(argument[0])) == str(self.resolve(argument[1]))
        if name == "Fn::Not":
            return not self.resolve(argument[0])
        if name == "Fn::And":
            return all(self.resolve(each) for each in argument)
        if name == "Fn::Select":
            return self.resolve(argument[1])[int(argument[0])]
        if name == "Fn::Split":
            return self.resolve(argument[1]).split(argument[0])
        if name == "Condition" and isinstance(argument, str):
            return self.holds(argument)
        if name == "Fn::Sub":
            text, local = argument if isinstance(argument, list) else (argument, {})
            local = {k: self.resolve(v) for k, v in local.items()}
            return re.sub(
                r"\$\{([^}!]+)\}",
                lambda m: str(local.get(m[1], self.values.get(m[1], f"<{m[1]}>"))),
                text,
            )
        resolved = self.resolve(argument)
        return None if resolved is None else {name: resolved}

    def versions(self):
        """The logical id and properties of each function's version; CloudFormation replaces it if either changes."""
        return {
            resource["Properties"]["FunctionName"]["Ref"]: (name, json.dumps(self.resolve(resource["Properties"])))
            for name, resource in self.resources.items()
            if resource["Type"] == "AWS::Lambda::Version"
        }

    def aliases(self):
        return {
            resource["Properties"]["FunctionName"]["Ref"]: resource["Properties"]["FunctionVersion"]["Fn::GetAtt"]
            for resource in self.resources.values()
            if resource["Type"] == "AWS::Lambda::Alias"
        }

    def configurations(self):
        """The properties that Lambda compares before it publishes a version."""
        kept = ("Code", "Environment", "MemorySize", "Timeout", "Handler", "Runtime", "Architectures")
        return {
            name: json.dumps({k: self.resolve(resource["Properties"].get(k)) for k in kept})
            for name, resource in self.resources.items()
            if resource["Type"] == "AWS::Lambda::Function"
        }


def check_translation():
    try:
        from cfnlint.decode import cfn_yaml
        from samtranslator.parser.parser import Parser
        from samtranslator.translator.translator import Translator
        import boto3
    except ImportError as missing:
        print(f"skipped: {missing.name} is not installed (pip install -r .ci/requirements.txt)")
        return
    source = json.loads(json.dumps(cfn_yaml.load(str(ROOT / "template.yaml"))))
    description = json.dumps(source["Resources"]["SummarizeFunction"]["Properties"]["VersionDescription"])
    described = set(re.findall(r"\$\{(\w+)\}", description))
    for condition in re.findall(r'"Fn::If": \["(\w+)"', description):
        described |= set(re.findall(r'"Ref": "(\w+)"', json.dumps(source["Conditions"][condition])))
    untried = described & source["Parameters"].keys() - SETTINGS.keys()
    assert not untried, f"parameters without two values in SETTINGS: {untried}"
    session = boto3.Session(region_name="us-east-1")

    def translate(template, parameters):
        return Translator({}, Parser(), boto_session=session).translate(template, parameters)

    base = {**ALL_TRIGGERS}
    before = Stack(translate, source, base)
    check_safety(before)
    attached = {**base, "ExistingArticleBucket": "newsroom", "SummaryKmsKeyArn": "key"}
    check_safety(Stack(translate, source, attached))
    check_ownership(Stack(translate, source, {**attached, "ArticleKmsKeyArn": "key"}))
    for prefix, filtered in (("", None), ("news/", "news/"), ("news/year=2026/", "news/year")):
        check_events(
            Stack(translate, source, {**base, "ArticlePrefix": prefix}),
            Stack(translate, source, {**attached, "ArticlePrefix": prefix}),
            prefix,
            filtered,
        )
    check_schedule(before)
    check_retention(before)
    changes = 0
    for setting, values in SETTINGS.items():
        for build in ("s3://artifacts/0123", "s3://artifacts/4567"):
            one, other = (Stack(translate, source, {**base, setting: value}, build) for value in values)
            for function in one.versions().keys() & other.versions().keys():
                same = (function, setting) in UNCHANGED
                assert (one.versions()[function] == other.versions()[function]) == same, (function, setting)
                assert (one.configurations()[function] == other.configurations()[function]) == same, (function, setting)
                changes += not same
    one, other = (Stack(translate, source, base, f"s3://artifacts/{build}") for build in ("0123", "4567"))
    for function in one.versions():
        assert one.versions()[function][0] != other.versions()[function][0], function
        changes += 1
    for stack in (one, other):
        for function, (version, _) in stack.versions().items():
            assert stack.aliases()[function] == [version, "Version"], function
    print(f"translation: each of {changes} changes of settings and builds replaces the version of the alias")


def check_safety(stack):
    """Checks that buckets are private, queues encrypted and policy statements exact, with all conditions evaluated."""
    statements = 0
    for name, resource in stack.resources.items():
        properties = stack.resolve(resource.get("Properties", {}))
        if resource["Type"] == "AWS::S3::Bucket":
            assert all(properties["PublicAccessBlockConfiguration"].values()), name
            assert properties["BucketEncryption"], name
        if resource["Type"] == "AWS::SQS::Queue":
            assert properties.get("SqsManagedSseEnabled") or properties.get("KmsMasterKeyId"), name
        for policy in properties.get("Policies", []) if resource["Type"] == "AWS::IAM::Role" else []:
            for statement in policy["PolicyDocument"]["Statement"]:
                statements += 1
                for action in listed(statement["Action"]):
                    assert "*" not in action, (name, action)
                for target in listed(statement["Resource"]):
                    assert "*" not in target[:-1] and target != "*", (name, target)
        assert not properties.get("ManagedPolicyArns"), name
    print(f"safety: {statements} policy statements, all exact")


def check_ownership(stack):
    """Checks that S3 is used in the account only and keys through their service only."""
    for name, resource in stack.resources.items():
        policies = stack.resolve(resource.get("Properties", {})).get("Policies", [])
        for policy in policies if resource["Type"] == "AWS::IAM::Role" else []:
            for statement in policy["PolicyDocument"]["Statement"]:
                condition = statement.get("Condition", {}).get("StringEquals", {})
                services = {action.split(":")[0] for action in listed(statement["Action"])}
                if "s3" in services:
                    assert condition == {"aws:ResourceAccount": ACCOUNT}, (name, statement)
                if "kms" in services:
                    service = "sqs" if statement["Sid"] == "DecryptMessages" else "s3"
                    assert condition == {"kms:ViaService": f"{service}.us-east-1.amazonaws.com"}, (name, statement)
    print("ownership: S3 in the account only, keys through S3 and SQS only")


def check_events(own, attached, prefix, filtered):
    """Checks that both kinds of article bucket report every change under the prefix."""
    bucket = own.resolve(own.resources["ArticleBucket"]["Properties"])
    notifications = bucket["NotificationConfiguration"]["LambdaConfigurations"]
    assert {each["Event"] for each in notifications} == {
        "s3:ObjectCreated:*",
        "s3:ObjectRemoved:*",
        "s3:LifecycleExpiration:*",
        "s3:ObjectRestore:Completed",
    }
    for each in notifications:
        rules = each.get("Filter", {}).get("S3Key", {}).get("Rules")
        assert rules == (None if filtered is None else [{"Name": "prefix", "Value": filtered}]), each
        # Any other character is percent-encoded in the keys that S3 compares.
        assert filtered is None or re.fullmatch(r"[A-Za-z0-9_./-]+", filtered) and prefix.startswith(filtered)
    pattern = attached.resolve(attached.resources["EventBridgeFunctionArticleChanged"]["Properties"]["EventPattern"])
    assert set(pattern["detail-type"]) == {"Object Created", "Object Deleted", "Object Restore Completed"}
    key = pattern["detail"]["object"]["key"]
    assert key == ([{"prefix": prefix}] if prefix else [{"exists": True}]), key
    for stack in (own, attached):
        summaries = stack.resolve(stack.resources["SummaryBucket"]["Properties"])
        assert summaries["NotificationConfiguration"] == {"EventBridgeConfiguration": {"EventBridgeEnabled": True}}
    print(f"events: every change under {prefix!r} is reported, filtered by {filtered!r}")


def check_schedule(stack):
    """Checks that the schedule has the role and the dead-letter queue of the template, and SAM adds no role."""
    (schedule,) = [r for r in stack.resources.values() if r["Type"] == "AWS::Scheduler::Schedule"]
    target = stack.resolve(schedule["Properties"])["Target"]
    assert target["RoleArn"] == "<ScheduleRole.Arn>", target
    assert target["DeadLetterConfig"] == {"Arn": "<FailureQueue.Arn>"}, target
    for name, resource in stack.resources.items():
        if resource["Type"] == "AWS::IAM::Role":
            (trust,) = stack.resolve(resource["Properties"])["AssumeRolePolicyDocument"]["Statement"]
            account = trust.get("Condition", {}).get("StringEquals", {}).get("aws:SourceAccount")
            assert account == ACCOUNT or trust["Principal"]["Service"] == "lambda.amazonaws.com", (name, trust)
    print("schedule: a failed start arrives in the failure queue")


def check_retention(stack):
    """Checks that data is kept, but not after a first deployment that failed: its names would stay taken."""
    for name in ("ArticleBucket", "SummaryBucket", "ReprocessBucket", "FailureQueue"):
        resource = stack.resources[name]
        assert resource["DeletionPolicy"] == "RetainExceptOnCreate", name
        assert resource["UpdateReplacePolicy"] == "Retain", name
    # Versions have no name of their own; SAM keeps the previous ones for a rollback.
    kept = {r["Type"] for r in stack.resources.values() if r.get("DeletionPolicy") == "Retain"}
    assert kept == {"AWS::Lambda::Version"}, kept
    print("retention: data is kept, a failed first deployment can be repeated")


def listed(value):
    return value if isinstance(value, list) else [value]


if __name__ == "__main__":
    try:
        lint()
        validate_state_machine()
        check_translation()
    except (AssertionError, subprocess.CalledProcessError) as failure:
        sys.exit(f"template.yaml: {failure!r}")
