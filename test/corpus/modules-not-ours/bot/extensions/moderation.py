from discord.ext import commands


class Moderation(commands.Cog):
    description = "Keeps order"

    @commands.command()
    async def ban(self, ctx):
        pass


async def setup(bot):
    await bot.add_cog(Moderation(bot))
