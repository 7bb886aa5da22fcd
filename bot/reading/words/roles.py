"""What people are called by their work, or by whose they are."""

ROLE = (
    r"(?:c[efimost]o|vp|head\s+of\s+\w+|manager|mgr|director|boss|owner|partner|buyer|assistant|pa|deputy|secretary|receptionist|engineer|controller"
    r"|(?:procurement|purchasing|finance|legal|project|team|tech(?:nical)?|security|it|sales|ops|operations)\s+lead|supervisor|foreman|lawyer|counsel|president|admin|chair|analyst|successor|replacement|(?:ops|it|finance|new|sales|purchasing|legal|plant|warehouse|security)\s+(?:guy|lady|man|woman|gal|head|person)"
    r"|[a-z]*keeper|accountant|architect|surveyor|estimator|planner|scheduler|dispatcher|superintendent|technician|tech|operator|clerk|nurse|chef|cook|waiter|guard|porter|doorman|janitor|driver|broker|agent|contractor|electrician|plumber|treasurer|trustee|dean|principal|teacher|trainer"
    r"|colleague|cousin|brother|sister|son|daughter|wife|husband|father|mother|dad|mom|friend)"
)
# Who speaks for a firm without a name: "chef said", "her assistant says", "Anke's boss told me".
BY_ROLE = rf"(?:(?:the|her|his|their|its|[\w-]+['’]s)\s+)?(?P<role>(?:(?:head|sous|line|chief|old|new|other|shift|front[\s-]desk)\s+)?{ROLE})"


def by_role(role: str | None) -> str:
    """As a name that is nobody's: "the head chef"."""
    return f"the {role.lower()}" if role else ""
