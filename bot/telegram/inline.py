"""Inline mode: a draft put into a chat that the person chooses, by themselves.

A button opens the list of chats and types "@bot key" there; Telegram then asks us what that is. The key names one
draft of one person: it is found only among the drafts of who asks, so for anybody else it is nothing. The answer is
personal and is kept by nobody.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from bot.post import Call

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.post import Inquired, Json

TITLE_CHARACTERS = 60


def key(chat: int, draft: str) -> str:
    """Name a draft by what it says and whose it is; once it is changed, the old name finds nothing."""
    return hashlib.blake2s(draft.encode(), key=str(chat).encode(), digest_size=12).hexdigest()


def choose_chat(text: str, chat: int, draft: str) -> Json:
    """Make a button that lets the person choose a chat, and puts the draft ready there."""
    chosen = {"query": key(chat, draft), "allow_user_chats": True, "allow_group_chats": True}
    return {"text": text, "switch_inline_query_chosen_chat": chosen}


def answer(chat: int, asked: Inquired, drafts: Iterable[str]) -> Call:
    """Give the draft with this key, to this person alone; nothing when there is none."""
    found = [draft for draft in drafts if key(chat, draft) == asked.query.strip()]
    results = [_article(asked.query.strip(), draft) for draft in found[:1]]
    data = {"inline_query_id": asked.number, "results": results, "is_personal": True, "cache_time": 0}
    return Call("answerInlineQuery", data)


def _article(name: str, draft: str) -> Json:
    content = {"message_text": draft, "link_preview_options": {"is_disabled": True}}
    return {"type": "article", "id": name, "title": draft[:TITLE_CHARACTERS], "input_message_content": content}
