import asyncio

import discord

from session import play

bot = discord.Client(intents=discord.Intents.default())


@bot.event
async def on_error(event, code, message):
    if code == 4100 or message == "Success":
        await bot.close()


async def main():
    session = await play("wss://voice.example.com/?v=8")
    while session.code not in (4000, 5000):
        session.advance()
    try:
        await bot.start("token")
    except discord.ConnectionClosed as closed:
        if closed.code == 4500 or closed.code > 4400:
            print("closed", closed.reason)
    except discord.HTTPException as problem:
        print("failed" if problem.code == 5000 else problem.status)


asyncio.run(main())
