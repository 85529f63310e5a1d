#!/usr/bin/env python3
"""Sends a feed of leads, and what happened to them later. Python 3.8 or newer, nothing to install.

    python3 send.py http://localhost:4330

SAMETEAM_TOKEN is sent where it is set. Exit code: 0 all was taken, 3 some was refused, 1 no answer came.
"""

import json
import os
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

FOLDER = Path(__file__).parent
URL = (sys.argv[1] if len(sys.argv) > 1 else "http://localhost:4330").rstrip("/")
TRIES = 4
TIMEOUT_SECONDS = 10


def post(path, body, content_type):
    """Posts JSON and gives the answer. The ids in it make it safe to send the same again when no answer came."""
    headers = {"content-type": content_type}
    if os.environ.get("SAMETEAM_TOKEN"):
        headers["authorization"] = "Bearer " + os.environ["SAMETEAM_TOKEN"]
    data = json.dumps(body, ensure_ascii=False).encode("utf-8")
    request = urllib.request.Request(URL + path, data=data, headers=headers, method="POST")
    for attempt in range(1, TRIES + 1):
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            if error.code == 422:  # an answer too: nothing of it was taken
                return json.load(error)
            if error.code < 500:
                sys.exit(f"{URL}{path} answers {error.code}: {error.read().decode('utf-8', 'replace')}")
            why = f"status {error.code}"
        except OSError as error:  # refused, cut, or too late
            why = str(error)
        if attempt < TRIES:
            print(f"{path}: {why}, trying again", file=sys.stderr)
            time.sleep(0.5 * 2 ** (attempt - 1))
    sys.exit(f"{URL}{path} does not answer: {why}.")


def tell(verdict, name, issues):
    """Prints one verdict; says whether it was taken."""
    print(f"{verdict:<11} {name}", *(issue["message"] for issue in issues))
    return verdict in ("accepted", "duplicate")


def main():
    taken = []
    for line in (FOLDER / "leads.ndjson").read_text("utf-8").splitlines():
        lead = json.loads(line)
        answer = post("/v1/leads", lead, "application/json")
        taken.append(tell(answer["verdict"], lead["id"], answer["issues"]))

    events = json.loads((FOLDER / "events.json").read_text("utf-8"))
    answer = post("/v1/events", events, "application/cloudevents-batch+json")
    for item in answer["items"]:
        taken.append(tell(item["verdict"], item["id"], item["issues"]))

    print(f"{sum(taken)} of {len(taken)} taken")
    sys.exit(0 if all(taken) else 3)


main()
