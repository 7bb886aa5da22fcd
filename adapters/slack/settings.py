"""What Slack needs to be told, with no import of its SDK: a command that does not speak to Slack stays quick."""

from dataclasses import dataclass

API = "https://slack.com/api/"
AUTHORIZE = "https://slack.com/oauth/v2/authorize"
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
