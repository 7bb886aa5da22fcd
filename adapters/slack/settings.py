"""What Slack needs to be told, with no import of its SDK: a command that does not speak to Slack stays quick."""

from dataclasses import dataclass

API = "https://slack.com/api/"
AUTHORIZE = "https://slack.com/oauth/v2/authorize"
ROTATES = "xoxe"  # how tokens begin that end after twelve hours; a pasted one is renewed by nobody
SHORTEST_SECRET = 32  # characters of the key under which tokens are sealed


@dataclass(frozen=True)
class SlackSettings:
    """Empty means not set. An app token means Socket Mode; a bot token one workspace; a client pair many, by OAuth."""

    signing_secret: str = ""
    bot_token: str = ""
    app_token: str = ""
    client_id: str = ""
    client_secret: str = ""
    api_url: str = API
    authorize_url: str = AUTHORIZE
    public_url: str = ""
    secret_key: str = ""
    secret_key_before: str = ""  # opens what was sealed before the key changed


def missing_for_slack(slack: SlackSettings) -> str:
    """What Slack still needs, in one sentence; empty when it can start."""
    if slack.app_token.startswith("xoxb-") or slack.bot_token.startswith("xapp-"):
        return "SLACK_APP_TOKEN begins with xapp- and SLACK_BOT_TOKEN with xoxb-: the two are swapped"
    if slack.bot_token.startswith(ROTATES):
        return _it_would_end(slack)
    if slack.app_token:
        return "" if slack.bot_token else "Socket Mode needs SLACK_BOT_TOKEN beside SLACK_APP_TOKEN"
    if not slack.signing_secret:
        return "Slack over HTTP needs SLACK_SIGNING_SECRET (or set SLACK_APP_TOKEN for Socket Mode)"
    if slack.bot_token and not slack.client_id:
        return ""
    needed = {
        "SLACK_CLIENT_ID": slack.client_id, "SLACK_CLIENT_SECRET": slack.client_secret,
        "FOLLOWTHROUGH_PUBLIC_URL": slack.public_url, "FOLLOWTHROUGH_SECRET_KEY": slack.secret_key,
    }  # fmt: skip
    missing = [name for name, value in needed.items() if not value]
    if len(missing) == len(needed):
        return "Slack needs SLACK_BOT_TOKEN for one workspace, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for many"
    return f"installing in Slack by OAuth needs {', '.join(missing)}" if missing else ""


def _it_would_end(slack: SlackSettings) -> str:
    """Slack switches rotation off for no app: another app, or the way in on which tokens are renewed."""
    by_install = (
        "take SLACK_BOT_TOKEN out and open /slack/install instead" if slack.client_id
        else "take SLACK_BOT_TOKEN out, set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET, and open /slack/install"
    )  # fmt: skip
    kind = "" if slack.app_token else " --http URL --one-workspace"
    return (
        f"SLACK_BOT_TOKEN begins with {ROTATES}: it ends after twelve hours, because token rotation is on in this Slack app,"
        f" and Slack lets nobody switch it off. Either {by_install}; or make another app from"
        f" `followthrough manifest slack{kind}` and paste the token of that one"
    )
